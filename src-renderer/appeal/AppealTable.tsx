import type { KeyboardEvent } from 'react';
import type { AppealLine } from '../../src-shared/appeal/queries.ts';
import { districtName } from '../../src-shared/catalog/district.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import { mayRun, useSession } from '../session/useSession.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { DeliveryMark, StatusWord, UrgentMark } from '../ui/Marks.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { VirtualGrid } from '../ui/VirtualGrid.tsx';
import { useTexts } from '../useTexts.ts';
import { type AppealSection, useAppeals } from './store.ts';

interface AppealTableProps {
  readonly section: AppealSection;
  readonly label: string;
  readonly lines: readonly AppealLine[];
  /** The end comes into sight. */
  readonly onNearEnd?: (() => void) | undefined;
}

/** Appeals, newest first, two lines each; M gives the one under the cursor to somebody. */
export function AppealTable({ section, label, lines, onNearEnd }: AppealTableProps) {
  const { t } = useTexts();
  const { operator } = useSession();
  const view = useAppeals((state) => state.views[section]);
  const { change, open, ask } = useAppeals.getState();
  const onKeyDown = (event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
    if (event.code !== 'KeyM' || !isPlain || !mayRun(operator.role, 'appeal.assign')) return;
    const line = lines.find((candidate) => candidate.id === view.cursor);
    if (!line) return;
    event.preventDefault();
    const { id, number, topic, assignee } = line;
    ask({ kind: 'assign', appeal: id, number, topic, assignee });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key belongs to the grid inside
    <div className="listKeys" onKeyDown={onKeyDown}>
      <VirtualGrid
        label={label}
        rows={lines}
        columns="appealColumns"
        header={[
          t('appeal:column.number'),
          t('appeal:column.topic'),
          t('appeal:column.assignee'),
          t('appeal:column.state'),
        ]}
        renderRow={(line) => <Row line={line} />}
        cursor={view.cursor}
        opened={view.opened}
        onCursor={(cursor) => change(section, { cursor })}
        onOpen={(id) => open(section, id)}
        onNearEnd={onNearEnd}
      />
    </div>
  );
}

function Row({ line }: { readonly line: AppealLine }) {
  const { t } = useTexts();
  const language = useLanguage();
  const format = useFormat();
  const who = line.applicantName || t('applicant:anonymous');
  const where = districtName(line.district, language);
  return (
    <>
      <div role="gridcell" className="gridCell tabular">
        <span className="clip">{line.number}</span>
        <span className="clip small soft">{format.moment(line.registeredAt, Date.now())}</span>
      </div>
      <div role="gridcell" className="gridCell">
        <span className="gridLine">
          {line.urgent && <UrgentMark />}
          <span className="clip">{topicName(line.topic, language)}</span>
        </span>
        <span className="clip small soft">
          {[who, where, line.excerpt].filter((part) => part !== '').join(' · ')}
        </span>
      </div>
      <div role="gridcell" className="gridCell">
        <span className={`clip ${line.assignee === null ? 'soft' : ''}`}>
          {line.assigneeName ?? t('appeal:nobody')}
        </span>
      </div>
      <div role="gridcell" className="gridCell">
        <StatusWord status={line.status} />
        <DeliveryMark state={line.delivery} />
      </div>
    </>
  );
}
