import { useDeferredValue, useMemo } from 'react';
import { neighbourOf } from '../../src-shared/competence/neighbour.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { useTexts } from '../useTexts.ts';

/** Says that a text may belong under another law, by which words, and what to tell the caller. Never stops anything. */
export function NeighbourHint({ text }: { readonly text: string }) {
  const { t } = useTexts();
  const read = useDeferredValue(text);
  const neighbour = useMemo(() => neighbourOf(read), [read]);
  if (neighbour === null) return null;
  const { regime, because } = neighbour;
  return (
    <NoticeBar tone="calm">
      <strong>{t(`competence:${regime}`)}</strong> {t(`competence:${regime}.route`)}{' '}
      <span className="soft">{t('competence:because', { words: because })}</span>
    </NoticeBar>
  );
}
