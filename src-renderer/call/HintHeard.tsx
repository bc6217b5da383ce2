/** What a hint says, for whoever does not see it: said once as it appears, while the caret stays in the notes. */
export function HintHeard({ words }: { readonly words: string }) {
  return (
    <span className="onlyHeard" role="status">
      {words}
    </span>
  );
}
