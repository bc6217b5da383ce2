import type { BrowseColumn } from '../../src-shared/appeal/browse.ts';
import type { AppealLine } from '../../src-shared/appeal/queries.ts';
import { classifierName } from '../../src-shared/catalog/classifier.ts';
import { districtName } from '../../src-shared/catalog/district.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import { PriorityBadge } from '../priority/PriorityBadge.tsx';
import { useLanguage } from '../settings/useSettings.ts';
import { TermMark } from '../term/TermMark.tsx';
import { DeliveryMark, StatusWord } from '../ui/Marks.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';

interface CellProps {
  readonly line: AppealLine;
  readonly column: BrowseColumn;
  /** Columns of their own: not said again beside the topic. */
  readonly shown: readonly BrowseColumn[];
}

/** What a line shows in a column. */
export function AppealCell({ line, column, shown }: CellProps) {
  const { t } = useTexts();
  const language = useLanguage();
  const format = useFormat();
  const who = line.applicantName || t('applicant:anonymous');
  const where = districtName(line.district, language);
  switch (column) {
    case 'number':
      return (
        <div role="gridcell" className="gridCell tabular">
          <span className="clip">{line.number}</span>
          <span className="clip small soft">{format.moment(line.registeredAt, Date.now())}</span>
        </div>
      );
    case 'topic': {
      const beside = [
        shown.includes('applicant') ? '' : who,
        shown.includes('district') ? '' : where,
        line.excerpt,
      ];
      return (
        <div role="gridcell" className="gridCell">
          <span className="gridLine">
            <PriorityBadge level={line.priority} />
            <span className="clip">{topicName(line.topic, language)}</span>
          </span>
          <span className="clip small soft">{beside.filter((part) => part !== '').join(' · ')}</span>
        </div>
      );
    }
    case 'assignee':
      return (
        <div role="gridcell" className="gridCell">
          <span className={`clip ${line.assignee === null ? 'soft' : ''}`}>
            {line.assigneeName ?? t('appeal:nobody')}
          </span>
        </div>
      );
    case 'status':
      return (
        <div role="gridcell" className="gridCell">
          <StatusWord status={line.status} />
          <DeliveryMark state={line.delivery} />
        </div>
      );
    case 'applicant':
      return <PlainCell words={who} />;
    case 'district':
      return <PlainCell words={where} />;
    case 'due':
      return (
        <div role="gridcell" className="gridCell">
          <TermMark due={line.due} status={line.status} />
          <span className="clip small soft tabular">{format.day(line.due)}</span>
        </div>
      );
    case 'sign':
      return <PlainCell words={classifierName(line.receiptSign, language)} />;
  }
}

function PlainCell({ words }: { readonly words: string }) {
  return (
    <div role="gridcell" className="gridCell tabular">
      <span className="clip" title={words}>
        {words}
      </span>
    </div>
  );
}
