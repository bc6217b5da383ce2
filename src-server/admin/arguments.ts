import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AdminRefused } from './adminRefused.ts';

/** What was typed, taken apart. */
export interface Arguments {
  /** Words before the first option, joined with a dot: `account add` is `account.add`. Empty when there are none. */
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly isJson: boolean;
}

const NAME_LANGUAGES = ['uk', 'ru', 'en'];

/**
 * Takes a command line apart. `--uk`, `--ru` and `--en` make up a `name` in three languages; `--password -` and `--passphrase -` read
 * the secret from standard input.
 * @throws AdminRefused for an option without a value
 */
export function parseArguments(words: readonly string[]): Arguments {
  const first = words.findIndex((word) => word.startsWith('--'));
  const action = (first < 0 ? words : words.slice(0, first)).join('.');
  const rest = first < 0 ? [] : words.slice(first);
  const input: Record<string, unknown> = {};
  const names: Record<string, string> = {};
  let isJson = false;
  for (let index = 0; index < rest.length; index += 1) {
    const name = rest[index]?.replace(/^--/, '') ?? '';
    if (name === 'json') {
      isJson = true;
      continue;
    }
    index += 1;
    const value = rest[index];
    if (value === undefined) throw new AdminRefused(`The option --${name} needs a value.`);
    if (NAME_LANGUAGES.includes(name)) names[name] = value;
    else input[name] = readValue(name, value);
  }
  return { action, input: Object.keys(names).length > 0 ? { ...input, name: names } : input, isJson };
}

/** A dash reads a secret from standard input, where no list of processes shows it; a path means the same to a server running elsewhere. */
function readValue(name: string, value: string): string {
  if (name === 'file') return resolve(value);
  const isSecret = name === 'password' || name === 'passphrase';
  return isSecret && value === '-' ? readFileSync(0, 'utf8').trimEnd() : value;
}
