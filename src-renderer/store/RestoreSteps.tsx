import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import type { StoreDamage, StoreRestored } from '../../src-shared/store/model.ts';
import { call } from '../ipc.ts';
import { EntryCard } from '../session/EntryCard.tsx';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { CopyChoice, FoundFacts, RestoredFacts } from './DamageFacts.tsx';
import './store.css';

interface RestoreStepsProps {
  /** The store is whole again: open it. */
  readonly onDone: () => void;
  readonly onRetry: () => void;
}

/** A damaged store, step by step: what happened, what is left, which copy to take, and what came back. */
export function RestoreSteps({ onDone, onRetry }: RestoreStepsProps) {
  const { t, i18n } = useTexts();
  const { value: damage, problem } = useQuery('store.damage', {});
  const [restored, setRestored] = useState<StoreRestored | null>(null);
  if (restored !== null) return <Restored restored={restored} onDone={onDone} />;
  const isMissing = damage?.state === 'missing';
  return (
    <EntryCard heading={t(isMissing ? 'store:missing.title' : 'store:damaged.title')} wide>
      <p role="alert">{t(isMissing ? 'store:missing.text' : 'store:damaged.text')}</p>
      {damage === undefined && problem === null && <p className="soft">{t('store:looking')}</p>}
      {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
      {damage && <Offer damage={damage} onRestored={setRestored} />}
      <Button variant="default" onClick={onRetry}>
        {t('store:again')}
      </Button>
    </EntryCard>
  );
}

function Offer({
  damage,
  onRestored,
}: {
  readonly damage: StoreDamage;
  readonly onRestored: (restored: StoreRestored) => void;
}) {
  const { t, i18n } = useTexts();
  const readable = damage.backups.filter(({ counts }) => counts !== null);
  const [backup, setBackup] = useState<string | null>(readable[0]?.name ?? null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const restore = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const answer = await call('store.restore', { backup });
    setBusy(false);
    if (answer.ok) onRestored(answer.value);
    else setProblem(answer.error);
  };
  return (
    <>
      <FoundFacts damage={damage} />
      <CopyChoice backups={damage.backups} value={backup} onChange={setBackup} />
      <p className="soft">{t('store:restore.text')}</p>
      {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
      <Button onClick={restore} aria-busy={busy} aria-disabled={busy} data-autofocus>
        {t(busy ? 'store:restoring' : 'store:restore')}
      </Button>
    </>
  );
}

function Restored({ restored, onDone }: { readonly restored: StoreRestored; readonly onDone: () => void }) {
  const { t } = useTexts();
  return (
    <EntryCard heading={t('store:restored.title')} wide>
      <RestoredFacts restored={restored} />
      {restored.keptIn && <p className="soft">{t('store:restored.kept', { folder: restored.keptIn })}</p>}
      <Button onClick={onDone} autoFocus>
        {t('store:restored.on')}
      </Button>
    </EntryCard>
  );
}
