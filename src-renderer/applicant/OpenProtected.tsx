import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../appeal/useAct.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useTexts } from '../useTexts.ts';

/** Shortest reason that says anything. */
const SHORTEST = 3;

interface OpenProtectedProps {
  readonly applicant: string;
  readonly mayOpen: boolean;
}

/** Says what is hidden and from whom; who may open it gives a reason, which the history keeps. */
export function OpenProtected({ applicant, mayOpen }: OpenProtectedProps) {
  const { t, i18n } = useTexts();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, problem, run } = useAct(() => undefined);
  const isShort = reason.trim().length < SHORTEST;
  return (
    <form
      className="callerMark"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isShort) void run([{ kind: 'applicant.open', payload: { applicant, reason: reason.trim() } }]);
      }}
    >
      <p className="callerNote">{t('applicant:protected.text')}</p>
      {mayOpen && (
        <>
          <TextInput
            label={t('applicant:open.reason')}
            placeholder={t('applicant:open.reason.hint')}
            value={reason}
            maxLength={300}
            autoComplete="off"
            error={tried && isShort ? t('applicant:open.short') : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
          <div>
            <Button type="submit" loading={busy}>
              {t('applicant:open')}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}
