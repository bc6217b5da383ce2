// Rules for files that no compiler or linter knows. Each takes files and answers sentences, one a fault.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const longest = 300;
const emptyNames = /^(utils?|helpers?|commons?|misc|managers?|services?)$/i;
const source = /^(src-[a-z]+|scripts|migrations)\/.*\.(ts|tsx|mjs|cjs)$/;
const text = /\.(ts|tsx|mjs|cjs|js|json|ya?ml|md|html|css|sql|grit|h)$|^\.ci\//;
// A path on somebody's own machine, or into a folder beside the project: neither exists where this is cloned.
const strangePath = /(?<![\w.~-])\/(?:home|root|Users|work)\/[\w.-]+|(?<![\w/])\.\.\/shared\b/;
// A type taken by import('x').T is an arrow that the layer check does not see.
const hiddenImport = /\bimport\(\s*['"][^'"]+['"]\s*\)\s*\.(?!then\b|catch\b|finally\b)/;

/**
 * @typedef {object} Tree
 * @property {string} root
 * @property {string[]} files paths relative to the root, with forward slashes
 */

/**
 * Every fault of the tree.
 * @param {Tree} tree
 * @returns {string[]}
 */
export function faultsOf(tree) {
  return [
    ...tree.files.flatMap((file) => nameFaults(file)),
    ...tree.files.filter((file) => text.test(file)).flatMap((file) => contentFaults(tree, file)),
    ...frozenFaults(tree),
  ];
}

function nameFaults(file) {
  if (!/^(src-|scripts\/|tests\/)/.test(file)) return [];
  const words = file.split('/').map((part) => part.replace(/\..*$/, ''));
  return words.some((word) => emptyNames.test(word)) ? [`${file}: its name says nothing.`] : [];
}

function contentFaults({ root, files }, file) {
  const content = readFileSync(join(root, file), 'utf8');
  const lines = content.split('\n');
  const faults = [];
  if (source.test(file) && lines.length - 1 > longest) {
    faults.push(`${file}: ${lines.length - 1} lines, ${longest} at most. Split it by what it does.`);
  }
  if (/^src-.*\.tsx?$/.test(file))
    faults.push(...find(lines, hiddenImport, file, 'import the type at the top'));
  // A lock file is npm's own, and a folder of that name may one day be part of the project.
  const mayNameShared = files.some((other) => other.startsWith('shared/'));
  if (file !== 'package-lock.json' && !mayNameShared) {
    faults.push(...find(lines, strangePath, file, 'a path that exists on one machine only'));
  }
  return faults;
}

function find(lines, pattern, file, reason) {
  return lines.flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${reason}.`] : []));
}

/** A migration that has landed is never edited: somebody's file was already made by it. */
function frozenFaults({ root, files }) {
  const steps = files.filter((file) => /^migrations\/.*\.(sql|ts)$/.test(file));
  const list = join(root, 'migrations', 'frozen.json');
  const frozen = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : {};
  const gone = Object.keys(frozen).filter((name) => !existsSync(join(root, 'migrations', name)));
  return [
    ...gone.map((name) => `migrations/${name}: landed, but is gone.`),
    ...steps.flatMap((file) => {
      const hash = createHash('sha256')
        .update(readFileSync(join(root, file)))
        .digest('hex');
      const landed = frozen[file.slice('migrations/'.length)];
      if (landed === hash) return [];
      const reason = landed ? 'landed and must not change: add a new step instead' : 'is not in frozen.json';
      return [`${file}: ${reason} (SHA-256 ${hash}).`];
    }),
  ];
}
