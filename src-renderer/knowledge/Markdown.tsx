import { Fragment, type ReactNode } from 'react';

type Block =
  | { readonly kind: 'heading' | 'text'; readonly lines: readonly string[] }
  | { readonly kind: 'list' | 'steps'; readonly lines: readonly string[] };

const HEADING = /^\s{0,3}#{1,6}\s+(.+)$/;
const ITEM = /^\s*[-*+]\s+(.+)$/;
const STEP = /^\s*\d+[.)]\s+(.+)$/;
const INLINE = /(\*\*[^*]+\*\*|__[^_]+__|\[[^\]]+\]\([^)\s]+\))/;

/** Headings, lists, bold and links of Markdown as elements; anything else, HTML above all, stays the text it is. */
export function Markdown({ text }: { readonly text: string }) {
  return <div className="markdown">{blocksOf(text).map((block, at) => keyed(at, shown(block)))}</div>;
}

function keyed(at: number, node: ReactNode): ReactNode {
  return <Fragment key={`part-${at}`}>{node}</Fragment>;
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let isNew = true;
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      isNew = true;
      continue;
    }
    const { kind, said } = read(line);
    const last = blocks.at(-1);
    if (last !== undefined && last.kind === kind && kind !== 'heading' && !isNew)
      blocks[blocks.length - 1] = { kind, lines: [...last.lines, said] };
    else blocks.push({ kind, lines: [said] });
    isNew = false;
  }
  return blocks;
}

function read(line: string): { readonly kind: Block['kind']; readonly said: string } {
  const forms = [
    ['heading', HEADING],
    ['list', ITEM],
    ['steps', STEP],
  ] as const;
  for (const [kind, form] of forms) {
    const said = form.exec(line)?.[1];
    if (said !== undefined) return { kind, said };
  }
  return { kind: 'text', said: line };
}

function shown({ kind, lines }: Block): ReactNode {
  const items = () => lines.map((line, at) => keyed(at, <li>{inline(line)}</li>));
  if (kind === 'heading') return <h4>{inline(lines.join(' '))}</h4>;
  if (kind === 'list') return <ul>{items()}</ul>;
  if (kind === 'steps') return <ol>{items()}</ol>;
  return <p>{inline(lines.join('\n'))}</p>;
}

function inline(line: string): ReactNode[] {
  return line.split(INLINE).map((part, at) => {
    const bold = /^(\*\*|__)(.+)\1$/.exec(part)?.[2];
    if (bold !== undefined) return keyed(at, <strong>{bold}</strong>);
    const [, words, address] = /^\[([^\]]+)\]\(([^)\s]+)\)$/.exec(part) ?? [];
    // The window opens no addresses: it is read out or copied.
    return keyed(at, words === undefined ? part : `${words} (${address})`);
  });
}
