import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { districtName } from '../../src-shared/catalog/district.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import type { FoundAnswer } from '../../src-shared/knowledge/queries.ts';
import { useAct } from '../appeal/useAct.ts';
import { mayRun, useSession } from '../session/useSession.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { Markdown } from './Markdown.tsx';
import { editArticle, useKnowledge } from './store.ts';

/** One article to be read, and what a lead can do with it. */
export function ArticleRecord({ answer }: { readonly answer: FoundAnswer }) {
  const { t } = useTexts();
  const format = useFormat();
  const language = useLanguage();
  const { operator } = useSession();
  const { article } = answer;
  const facts = [
    [t('knowledge:topics'), article.topics.map((topic) => topicName(topic, language)).join(', ')],
    [t('knowledge:districts'), article.districts.map((one) => districtName(one, language)).join(', ')],
    [t('knowledge:validFrom'), article.validFrom === null ? '' : format.day(article.validFrom)],
    [t('knowledge:validUntil'), article.validUntil === null ? '' : format.day(article.validUntil)],
    [t('knowledge:checkedOn'), article.checkedOn === null ? '' : format.day(article.checkedOn)],
  ].filter(([, value]) => value !== '');
  return (
    <article className="record">
      <h2>{article.title}</h2>
      {answer.isOutOfDate && <OutOfDate />}
      <Markdown text={article.body} />
      <dl className="recordFacts">
        {facts.map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {mayRun(operator.role, 'article.save') && <LeadActs answer={answer} />}
    </article>
  );
}

/** The answer holds on other days than today. */
export function OutOfDate() {
  const { t } = useTexts();
  return (
    <span className="outOfDate">
      <IconAlertTriangle size="1rem" stroke={1.75} aria-hidden />
      {t('knowledge:outOfDate')}
    </span>
  );
}

function LeadActs({ answer: { article } }: { readonly answer: FoundAnswer }) {
  const { t, i18n } = useTexts();
  const { operator } = useSession();
  const check = useAct(() => undefined);
  const withdraw = useAct(() => useKnowledge.setState({ opened: null }));
  const seen = { article: article.id, expected: article.version };
  const problem = check.problem ?? withdraw.problem;
  return (
    <>
      {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
      <div className="recordActions">
        <Button onClick={() => editArticle(operator.id, article)}>{t('knowledge:edit')}</Button>
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
      </div>
    </>
  );
}
