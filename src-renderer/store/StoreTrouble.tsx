import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import { EntryCard } from '../session/EntryCard.tsx';
import { type TextKey, useTexts } from '../useTexts.ts';
import { RestoreSteps } from './RestoreSteps.tsx';

/** Words of each state in which the store does not open. Only damage has a way back; in every other the store is whole. */
const WORDS: Readonly<Record<string, { readonly title: TextKey; readonly text: TextKey }>> = {
  storeKeyMissing: { title: 'store:keyMissing.title', text: 'store:keyMissing.text' },
  storeKeyWrong: { title: 'store:keyWrong.title', text: 'store:keyWrong.text' },
  diskFull: { title: 'store:full.title', text: 'store:full.text' },
  storeBusy: { title: 'store:busy.title', text: 'store:busy.text' },
  storeReadOnly: { title: 'store:readOnly.title', text: 'store:readOnly.text' },
  storeNewer: { title: 'store:newer.title', text: 'store:newer.text' },
};
const OTHER = { title: 'store:other.title', text: 'store:other.text' } as const;

/** The store could not be opened: which of the named states it is, and the way on. Nothing here deletes anything. */
export function StoreTrouble({
  problem,
  onRetry,
}: {
  readonly problem: Problem;
  readonly onRetry: () => void;
}) {
  const { t } = useTexts();
  const [retrying, setRetrying] = useState(false);
  const retry = () => {
    setRetrying(true);
    onRetry();
    // The answer may be the same state again; the button comes back either way.
    setTimeout(() => setRetrying(false), 600);
  };
  if (problem.code === 'storeDamaged') return <RestoreSteps onDone={onRetry} onRetry={retry} />;
  const { title, text } = WORDS[problem.code] ?? OTHER;
  return (
    <EntryCard heading={t(title)}>
      <div role="alert" className="people">
        <p>{t(text)}</p>
        <p className="soft">{t('store:kept')}</p>
      </div>
      <Button onClick={retry} aria-busy={retrying} aria-disabled={retrying} autoFocus>
        {t('store:again')}
      </Button>
    </EntryCard>
  );
}
