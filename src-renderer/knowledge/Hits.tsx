import { Fragment } from 'react';
import { textPieces } from '../../src-shared/knowledge/hits.ts';

/** A text in which the words that were searched for stand out. */
export function Hits({ text, typed }: { readonly text: string; readonly typed: string }) {
  return textPieces(text, typed).map((piece, at) =>
    piece.isHit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text stand in its order
      <mark key={at} className="hit">
        {piece.text}
      </mark>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text stand in its order
      <Fragment key={at}>{piece.text}</Fragment>
    ),
  );
}
