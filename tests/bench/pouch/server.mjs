// The peer's server: express-pouchdb over LevelDB on disk. Prints its address when it listens.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const express = require('express');
const expressPouch = require('express-pouchdb');
const PouchDB = require('pouchdb-node');

const [folder] = process.argv.slice(2);
const app = express();
const Stored = PouchDB.defaults({ prefix: `${folder}/` });
app.use(
  '/',
  expressPouch(Stored, { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: `${folder}/log.txt` }),
);
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${server.address().port}` })}\n`);
});
