import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodes, type SyntaxNode, treeOf } from './stringsOf.ts';

const project = join(import.meta.dirname, '../../..');
const locale = join(project, 'src-shared/locale/uk');

/** Attributes whose text is seen or heard. */
const SHOWN = /^(title|label|placeholder|description|alt|aria-label|aria-description|error)$/;
const LETTERS = /\p{L}{2,}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;

function text(node: unknown): string {
  const { type, value } = (node ?? {}) as SyntaxNode;
  return type === 'StringLiteral' && typeof value === 'string' ? value : '';
}

/** Words a source shows without asking the locale for them. */
function hardCoded(source: string, isTsx: boolean): string[] {
  const found: string[] = [];
  for (const node of nodes(treeOf(source, isTsx))) {
    if (node.type === 'JSXText' && LETTERS.test(String(node.value))) found.push(String(node.value).trim());
    if (node.type === 'JSXAttribute') {
      const name = String((node.name as SyntaxNode).value);
      const value = text(node.value);
      if (SHOWN.test(name) && LETTERS.test(value)) found.push(`${name}="${value}"`);
    }
    if (CYRILLIC.test(text(node))) found.push(text(node));
    if (node.type === 'TemplateElement' && CYRILLIC.test(String(node.cooked ?? '')))
      found.push(String(node.cooked));
  }
  return found;
}

function sourcesOf(pattern: string): { readonly file: string; readonly source: string }[] {
  return globSync(pattern, { cwd: project }).map((file) => ({
    file,
    source: readFileSync(join(project, file), 'utf8'),
  }));
}

describe('texts of the window', () => {
  const window = sourcesOf('src-renderer/**/*.{ts,tsx}');

  it('the check sees words in every place where they would be shown', () => {
    const shown = `const a = <p title="Close it">Register now {'Так'} {\`Ні \${1}\`}</p>;`;
    expect(hardCoded(shown, true).sort()).toEqual(['Register now', 'title="Close it"', 'Ні ', 'Так'].sort());
    expect(hardCoded("const a = <Kbd>F1</Kbd>; const b = t('call:title');", true)).toEqual([]);
  });

  it.each(window.map(({ file, source }) => [file, source] as const))(
    '%s has no words of its own',
    (file, source) => {
      // The same in every language: names of keys, and each language's name in itself.
      const words = hardCoded(source, file.endsWith('.tsx')).filter(
        (word) => !/^((Ctrl|Alt|Shift|Esc|Enter|Tab)[+ ]?)+.{0,3}$|^(Укр|Рус|Holos)$|https:/.test(word),
      );
      expect(words).toEqual([]);
    },
  );

  it('every text of the locale is used', () => {
    const everything = sourcesOf('{src-renderer,src-main,src-server,src-shared,scripts}/**/*.{ts,tsx,mjs}')
      .map(({ source }) => source)
      .join('\n');
    // `concept:key` whole, or the beginning of one whose rest is filled in: `concept:begin${…}`.
    const literals = new Set([...everything.matchAll(/(?:\w+:)?\w[\w.]*/g)].map(([literal]) => literal));
    const begins = [...everything.matchAll(/`([\w.]*:?[\w.]*)\$\{/g)]
      .map(([, begin]) => begin ?? '')
      .filter((begin) => begin !== '');
    const unused: string[] = [];
    for (const file of globSync('*.json', { cwd: locale })) {
      const concept = basename(file, '.json');
      for (const key of Object.keys(JSON.parse(readFileSync(join(locale, file), 'utf8')))) {
        const stem = key.replace(/_(zero|one|two|few|many|other)$/, '');
        const whole = `${concept}:${stem}`;
        const isUsed =
          literals.has(whole) ||
          literals.has(stem) ||
          begins.some((begin) => whole.startsWith(begin) || (stem.startsWith(begin) && begin.length > 3));
        if (!isUsed) unused.push(whole);
      }
    }
    expect(unused).toEqual([]);
  });
});
