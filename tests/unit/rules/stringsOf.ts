import { parseSync } from '@swc/core';

/** A node of a syntax tree. */
export interface SyntaxNode {
  readonly type?: string;
  readonly [key: string]: unknown;
}

/** Every node of a syntax tree. */
export function* nodes(of: unknown): Generator<SyntaxNode> {
  if (Array.isArray(of)) for (const item of of) yield* nodes(item);
  if (typeof of !== 'object' || of === null || Array.isArray(of)) return;
  const node = of as SyntaxNode;
  yield node;
  for (const value of Object.values(node)) yield* nodes(value);
}

/** The tree of a source. */
export function treeOf(source: string, isTsx: boolean): unknown {
  return parseSync(source, { syntax: 'typescript', tsx: isTsx });
}

/** Every text written in a source: strings, what stands between tags, the parts of patterns. */
export function stringsOf(source: string, isTsx: boolean): string[] {
  const found: string[] = [];
  for (const { type, value, cooked } of nodes(treeOf(source, isTsx))) {
    if (type === 'StringLiteral' || type === 'JSXText') found.push(String(value).trim());
    if (type === 'TemplateElement') found.push(String(cooked ?? '').trim());
  }
  return found;
}
