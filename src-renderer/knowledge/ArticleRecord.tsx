import { Button } from '@mantine/core';
import { IconAlertTriangle, IconBan } from '@tabler/icons-react';
import { districtName } from '../../src-shared/catalog/district.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import type { ArticleWithPast } from '../../src-shared/knowledge/queries.ts';
import { USE_DAYS } from '../../src-shared/knowledge/rank.ts';
import { mayRun, useSession } from '../session/useSession.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { LeadActs } from './LeadActs.tsx';
import { Markdown } from './Markdown.tsx';
import { useKnowledge } from './store.ts';
import { editArticle } from './writing.ts';

/** One article to be read, as it stands or as it once stood, and what a lead can do with it. */
export function ArticleRecord({ shown }: { readonly shown: ArticleWithPast }) {
  const { t } = useTexts();
  const format = useFormat();
  const language = useLanguage();
  const { operator } = useSession();
  const version = useKnowledge((state) => state.version);
  const { article, isOutOfDate, uses, savedByName } = shown;
  const past = shown.versions.find((one) => one.version === version);
  const mayWrite = mayRun(operator.role, 'article.save');
  const day = (value: string | null) => (value === null ? '' : format.day(value));
  const facts = [
    [t('knowledge:checkedOn'), day(article.checkedOn)],
    [t('knowledge:topics'), article.topics.map((topic) => topicName(topic, language)).join(', ')],
    [t('knowledge:districts'), article.districts.map((one) => districtName(one, language)).join(', ')],
    [t('knowledge:validFrom'), day(article.validFrom)],
    [t('knowledge:validUntil'), day(article.validUntil)],
    [t('knowledge:used', { count: USE_DAYS }), uses === 0 ? '' : t('knowledge:uses', { count: uses })],
    [
      t('knowledge:saved'),
      [savedByName, format.moment(article.savedAt, Date.now())].filter((part) => part !== '').join(' · '),
    ],
  ].filter(([, value]) => value !== '');
  return (
    <article className="record">
      <h2>{(past ?? article).title}</h2>
      {past && (
        <NoticeBar
          tone="warn"
          action={
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => useKnowledge.setState({ version: null })}
            >
              {t('knowledge:past.leave')}
            </Button>
          }
        >
          {t('knowledge:past.reading', { version: past.version, present: article.version })}
        </NoticeBar>
      )}
      {article.state === 'withdrawn' && (
        <span className="outOfDate">
          <IconBan size="1rem" stroke={1.75} aria-hidden />
          {t('knowledge:isWithdrawn')}
        </span>
      )}
      {isOutOfDate && !past && <OutOfDate />}
      <div data-old={isOutOfDate || article.state === 'withdrawn' || past !== undefined || undefined}>
        <Markdown text={(past ?? article).body} />
      </div>
      <dl className="recordFacts">
        {facts.map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Versions shown={shown} />
      {mayWrite && past && (
        <div className="recordActions">
          <Button onClick={() => editArticle(article, { title: past.title, body: past.body })}>
            {t('knowledge:past.take')}
          </Button>
        </div>
      )}
      {mayWrite && !past && <LeadActs article={article} />}
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

/** The texts it had before: what operators said then can still be read. */
function Versions({ shown: { versions } }: { readonly shown: ArticleWithPast }) {
  const { t } = useTexts();
  const format = useFormat();
  const version = useKnowledge((state) => state.version);
  if (versions.length === 0) return null;
  return (
    <section aria-label={t('knowledge:past')}>
      <h3>{t('knowledge:past')}</h3>
      <ul className="pastVersions">
        {versions.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="pastVersion"
              aria-pressed={one.version === version}
              onClick={() => useKnowledge.setState({ version: one.version === version ? null : one.version })}
            >
              {t('knowledge:past.one', {
                version: one.version,
                name: one.savedByName,
                time: format.moment(one.savedAt, Date.now()),
              })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
