import { IconForms } from '@tabler/icons-react';
import { nextPlaceholder } from '../../src-shared/snippet/placeholder.ts';
import { selectInPad } from '../call/padArea.ts';
import { fixedKeys } from '../frame/fixedKeys.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { useTexts } from '../useTexts.ts';

/** A place of a snippet that nobody has filled in yet: left so, it would be recorded with its braces. */
export function FreePlaceChip({ text, caret }: { readonly text: string; readonly caret: number }) {
  const { t } = useTexts();
  const ahead = nextPlaceholder(text, caret);
  const place = ahead ?? nextPlaceholder(text, 0);
  if (place === null) return null;
  return (
    <button
      type="button"
      className="padHint"
      tabIndex={-1}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => selectInPad(place.from, place.to)}
    >
      <IconForms size="1rem" stroke={1.75} aria-hidden />
      <span className="clip">{t('snippet:unfilled', { place: text.slice(place.from, place.to) })}</span>
      {ahead !== null && <Kbd>{fixedKeys.expand}</Kbd>}
    </button>
  );
}
