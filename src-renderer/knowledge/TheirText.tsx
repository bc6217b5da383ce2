import { districtName } from '../../src-shared/catalog/district.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import { comparedLines } from '../../src-shared/knowledge/compare.ts';
import type { ArticleWithPast } from '../../src-shared/knowledge/queries.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import type { EditedArticle } from './edited.ts';

interface TheirTextProps {
  readonly shown: ArticleWithPast;
  readonly edited: EditedArticle;
}

/** What somebody else published while this one was being written, beside the own text: what differs is marked. */
export function TheirText({ shown, edited: { text: mine } }: TheirTextProps) {
  const { t } = useTexts();
  const format = useFormat();
  const language = useLanguage();
  const { article, savedByName } = shown;
  const day = (value: string | null) => (value === null ? '' : format.day(value));
  const topics = (codes: readonly string[]) => codes.map((code) => topicName(code, language)).join(', ');
  const places = (codes: readonly string[]) => codes.map((code) => districtName(code, language)).join(', ');
  const facts = [
    [t('knowledge:topics'), topics(article.topics), topics(mine.topics)],
    [t('knowledge:districts'), places(article.districts), places(mine.districts)],
    [t('knowledge:validFrom'), day(article.validFrom), day(mine.validFrom)],
    [t('knowledge:validUntil'), day(article.validUntil), day(mine.validUntil)],
  ] as const;
  return (
    <article className="record">
      <span className="small soft">
        {t(article.state === 'withdrawn' ? 'knowledge:theirs.withdrawn' : 'knowledge:theirs.saved', {
          name: savedByName,
          time: format.moment(article.savedAt, Date.now()),
        })}
      </span>
      <h2>
        <Marked text={article.title} differs={article.title !== mine.title} />
      </h2>
      <div className="comparedLines">
        {comparedLines(article.body, mine.body).map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text stand in its order
          <p key={at}>
            <Marked {...line} />
          </p>
        ))}
      </div>
      <dl className="recordFacts">
        {facts
          .filter(([, theirs, own]) => theirs !== '' || own !== '')
          .map(([label, theirs, own]) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>
                <Marked text={theirs === '' ? t('knowledge:nothing') : theirs} differs={theirs !== own} />
              </dd>
            </div>
          ))}
      </dl>
    </article>
  );
}

function Marked({ text, differs }: { readonly text: string; readonly differs: boolean }) {
  return differs && text !== '' ? <mark className="differs">{text}</mark> : text;
}
