import { readFileSync } from 'node:fs';
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
 * Takes a command line apart. `--uk`, `--ru` and `--en` make up a `name` in three languages; `--password -` reads the password
 * from standard input, where no list of processes shows it.
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
    else input[name] = name === 'password' && value === '-' ? readFileSync(0, 'utf8').trimEnd() : value;
  }
  return { action, input: Object.keys(names).length > 0 ? { ...input, name: names } : input, isJson };
}
