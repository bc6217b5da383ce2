// The peer's workstation: writes documents into a LevelDB of its own, then replicates. Prints one line of figures.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const PouchDB = require('pouchdb-node');

const [folder, url, direction, name] = process.argv.slice(2);
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const docs = Buffer.concat(chunks)
  .toString()
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));

await fetch(`${url}/${name}`, { method: 'PUT' });
const here = new PouchDB(`${folder}/workstation-${name}`);
const there = new PouchDB(`${url}/${name}`);
const source = direction === 'push' ? here : there;
// Written in its best case: many documents at once.
for (let from = 0; from < docs.length; from += 500) await source.bulkDocs(docs.slice(from, from + 500));

const began = performance.now();
// With PouchDB's own settings, as whoever uses it gets them.
const done = direction === 'push' ? await here.replicate.to(there) : await here.replicate.from(there);
const ms = performance.now() - began;
process.stdout.write(`${JSON.stringify({ ms, docs: done.docs_written })}\n`);
await here.close();
process.exit(0);
