import { districtName } from '../../src-shared/catalog/district.ts';
import type { FoundAnswer } from '../../src-shared/knowledge/queries.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { OutOfDate } from './ArticleRecord.tsx';
import { Hits } from './Hits.tsx';

interface ExcerptLineProps {
  readonly answer: FoundAnswer;
  /** The words that were searched for. */
  readonly typed: string;
}

/** Below the title of an answer: that it is out of date, or where it alone holds and the line that says what was asked. */
export function ExcerptLine({ answer: { excerpt, isOutOfDate, article }, typed }: ExcerptLineProps) {
  const language = useLanguage();
  if (isOutOfDate) return <OutOfDate />;
  const places = article.districts.map((district) => districtName(district, language));
  const where = places.length === 0 ? [] : [places.join(', ')];
  return (
    <span className="clip soft">
      <Hits text={[...where, excerpt].join(' · ')} typed={typed} />
    </span>
  );
}
