import { Button, Skeleton } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { type ReactNode, useEffect, useState } from 'react';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import { useTexts } from '../useTexts.ts';
import { problemText } from './problemText.ts';
import './states.css';

/** What will be here, and how to begin. */
export function EmptyState({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="state">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** Grey bars, but only after 300 ms: what is quicker shows nothing at all. */
export function LoadingState({ rows = 6 }: { readonly rows?: number }) {
  const { t } = useTexts();
  const [shown, setShown] = useState(false);
  const { start, clear } = useTimeout(() => setShown(true), 300);
  useEffect(() => {
    start();
    return clear;
  }, [start, clear]);
  if (!shown) return null;
  return (
    <div role="status" aria-label={t('frame:view.loading')} style={{ padding: '1rem' }}>
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((row) => (
        <Skeleton key={row} height="2.25rem" mb="0.5rem" radius="sm" />
      ))}
    </div>
  );
}

/** What went wrong in words, with a way on. */
export function FailedState({
  problem,
  onRetry,
}: {
  readonly problem: Problem;
  readonly onRetry: () => void;
}) {
  const { t, i18n } = useTexts();
  return (
    <div className="state" role="alert">
      <h2>{t('frame:view.failed')}</h2>
      <p>{problemText(i18n, problem)}</p>
      <Button variant="default" onClick={onRetry} mt="xs">
        {t('frame:view.retry')}
      </Button>
    </div>
  );
}

/** The section belongs to other roles. */
export function NoRightState({ role }: { readonly role: string }) {
  const { t } = useTexts();
  return (
    <div className="state">
      <h2>{t('frame:view.noRight')}</h2>
      <p>{t('frame:view.noRightWhom', { role })}</p>
    </div>
  );
}
