import { Button } from '@mantine/core';
import type { Article } from '../../src-shared/knowledge/model.ts';
import { useAct } from '../appeal/useAct.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useTexts } from '../useTexts.ts';
import { editArticle } from './writing.ts';

/** What a lead does with an article. One that was withdrawn is brought back by publishing it again. */
export function LeadActs({ article }: { readonly article: Article }) {
  const { t, i18n } = useTexts();
  const check = useAct(() => undefined);
  const withdraw = useAct(() => undefined);
  const again = useAct(() => undefined);
  const seen = { article: article.id, expected: article.version };
  const problem = check.problem ?? withdraw.problem ?? again.problem;
  const { title, body, topics, districts, validFrom, validUntil } = article;
  const text = { title, body, topics, districts, validFrom, validUntil };
  return (
    <>
      {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
      <div className="recordActions">
        <Button onClick={() => editArticle(article)}>{t('knowledge:edit')}</Button>
        {article.state === 'withdrawn' ? (
          <Button
            variant="default"
            aria-busy={again.busy}
            onClick={() => void again.run([{ kind: 'article.save', payload: { ...seen, text } }])}
          >
            {t('knowledge:bringBack')}
          </Button>
        ) : (
          <>
            <Button
              variant="default"
              aria-busy={check.busy}
              onClick={() => void check.run([{ kind: 'article.check', payload: seen }])}
            >
              {t('knowledge:check')}
            </Button>
            <Button
              variant="default"
              aria-busy={withdraw.busy}
              onClick={() => void withdraw.run([{ kind: 'article.withdraw', payload: seen }])}
            >
              {t('knowledge:withdraw')}
            </Button>
          </>
        )}
      </div>
    </>
  );
}
