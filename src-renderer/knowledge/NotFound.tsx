import { Button } from '@mantine/core';
import { useState } from 'react';
import { v7 as mint } from 'uuid';
import { askableText } from '../../src-shared/question/wording.ts';
import { useAct } from '../appeal/useAct.ts';
import { mayRun, useSession } from '../session/useSession.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { EmptyState } from '../ui/StateView.tsx';
import { useTexts } from '../useTexts.ts';

/** A search found nothing: the editors can be told what is missing. */
export function NotFound({ text }: { readonly text: string }) {
  const { t, i18n } = useTexts();
  const { operator } = useSession();
  const [isTold, setTold] = useState(false);
  const { busy, problem, run } = useAct(() => setTold(true));
  const asked = askableText(text);
  const payload = { question: mint(), text: asked, topic: '', district: '', call: null, way: 'operator' };
  return (
    <EmptyState title={t('knowledge:none')}>
      {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
      {isTold ? (
        <p role="status">{t('question:told')}</p>
      ) : (
        asked !== null &&
        mayRun(operator.role, 'question.ask') && (
          <Button
            variant="default"
            aria-busy={busy}
            onClick={() => void run([{ kind: 'question.ask', payload }])}
          >
            {t('question:tell')}
          </Button>
        )
      )}
    </EmptyState>
  );
}
