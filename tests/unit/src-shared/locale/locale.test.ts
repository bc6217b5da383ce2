import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ForwardChannel } from '../../../../src-shared/appeal/model.ts';
import { DeliveryState } from '../../../../src-shared/appeal/queries.ts';
import { CallOutcome } from '../../../../src-shared/call/model.ts';
import { COMMON_REFUSALS } from '../../../../src-shared/command/decide.ts';
import { QUARANTINE_CODES } from '../../../../src-shared/command/outcome.ts';
import { commandSpecs } from '../../../../src-shared/command/registry.ts';
import { PROBLEM_CODES } from '../../../../src-shared/ipc/envelope.ts';
import { Role } from '../../../../src-shared/operator/model.ts';

const root = join(import.meta.dirname, '../../../../src-shared/locale');
const languages = ['uk', 'ru', 'en'] as const;
type Language = (typeof languages)[number];

const concepts = readdirSync(join(root, 'uk')).map((file) => file.replace('.json', ''));

function texts(language: Language, concept: string): Record<string, string> {
  return JSON.parse(readFileSync(join(root, language, `${concept}.json`), 'utf8'));
}

/** Plural forms differ by language: a key is compared without its form. */
function stem(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '');
}

function stems(language: Language, concept: string): string[] {
  return [...new Set(Object.keys(texts(language, concept)).map(stem))].sort();
}

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? ''))].sort();
}

describe('texts', () => {
  it('are of the same concepts in every language', () => {
    const files = (language: Language) => readdirSync(join(root, language)).sort();
    expect(files('ru')).toEqual(files('uk'));
    expect(files('en')).toEqual(files('uk'));
  });

  describe.each(concepts)('of %s', (concept) => {
    it('have the same keys in every language', () => {
      expect(stems('ru', concept)).toEqual(stems('uk', concept));
      expect(stems('en', concept)).toEqual(stems('uk', concept));
    });

    it('fill the same placeholders in every language', () => {
      const filled = (language: Language) => {
        const found = new Map<string, Set<string>>();
        for (const [key, text] of Object.entries(texts(language, concept))) {
          const names = found.get(stem(key)) ?? new Set<string>();
          for (const name of placeholders(text)) names.add(name);
          found.set(stem(key), names);
        }
        return Object.fromEntries([...found].map(([key, names]) => [key, [...names].sort()]).sort());
      };
      expect(filled('ru')).toEqual(filled('uk'));
      expect(filled('en')).toEqual(filled('uk'));
    });

    it('have every plural form of their language', () => {
      for (const language of languages) {
        const keys = Object.keys(texts(language, concept));
        const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
        const counted = new Set(keys.filter((key) => /_(one|other)$/.test(key)).map(stem));
        for (const key of counted) {
          for (const form of forms) expect(keys, `${language} ${concept}`).toContain(`${key}_${form}`);
        }
      }
    });

    it('leave no text empty, and no Latin word in Ukrainian or Russian', () => {
      // Names of keys, of the product, addresses as examples.
      const allowed =
        /\{\{[^}]*\}\}|https?:\S+|Holos|Ctrl|Shift|Alt|Enter|Esc|Tab|Backspace|F\d+|English|Eng|A4|PostgreSQL|SQLite|PDF/g;
      for (const language of languages) {
        for (const [key, text] of Object.entries(texts(language, concept))) {
          expect(text.trim(), `${language} ${concept} ${key}`).not.toBe('');
          if (language !== 'en') {
            expect(text.replace(allowed, ''), `${language} ${concept} ${key}`).not.toMatch(/[A-Za-z]{2,}/);
          }
        }
      }
    });
  });

  it.each<[string, readonly string[]]>([
    [
      'refusal',
      [...commandSpecs.flatMap(({ refusals }) => refusals), ...COMMON_REFUSALS, ...QUARANTINE_CODES],
    ],
    ['problem', PROBLEM_CODES],
    ['history', commandSpecs.map(({ kind }) => kind)],
    ['attention', commandSpecs.map(({ kind }) => `kind.${kind}`)],
    ['role', Role.options],
    ['delivery', DeliveryState.options],
    ['call', CallOutcome.options.map((outcome) => `outcome.${outcome}`)],
    ['appeal', ForwardChannel.options.map((channel) => `channel.${channel}`)],
    [
      'syncTrouble',
      [
        'unreachable',
        'timeout',
        'foreignAnswer',
        'certificate',
        'serverBusy',
        'serverFault',
        'serverRecovering',
      ],
    ],
  ])('of %s say every code of the core', (concept, codes) => {
    for (const language of languages) {
      const keys = Object.keys(texts(language, concept)).map(stem);
      for (const code of codes) {
        expect(
          keys.some((key) => key === code || key.startsWith(`${code}.`)),
          `${language} ${concept} ${code}`,
        ).toBe(true);
      }
    }
  });
});
