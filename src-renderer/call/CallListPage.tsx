import { useState } from 'react';
import { formatOffset } from '../../src-shared/call/notes.ts';
import type { CallLine } from '../../src-shared/call/queries.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import { DangersTold } from '../danger/DangersTold.tsx';
import { openAppeal } from '../frame/openAppeal.ts';
import { PriorityBadge } from '../priority/PriorityBadge.tsx';
import { mayRun, useSession } from '../session/useSession.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { TagChips } from '../tag/TagChips.tsx';
import { FilterChips } from '../ui/FilterChips.tsx';
import { DeliveryMark } from '../ui/Marks.tsx';
import { Phone } from '../ui/Phone.tsx';
import { PhoneLink } from '../ui/PhoneLink.tsx';
import { EmptyState, FailedState, LoadingState } from '../ui/StateView.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { VirtualGrid } from '../ui/VirtualGrid.tsx';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import '../ui/split.css';
import { CallTrace } from './CallTrace.tsx';
import './call.css';

/** Most lines one question brings. */
const LIMIT = 500;

/** Every call that was taken, with its notes beside the list. */
export function CallListPage() {
  const { t } = useTexts();
  const format = useFormat();
  const { operator } = useSession();
  const takesCalls = mayRun(operator.role, 'call.start');
  const [scope, setScope] = useState<'mine' | 'all'>(takesCalls ? 'mine' : 'all');
  const [cursor, setCursor] = useState<string | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const { value, problem, reload } = useQuery(
    'call.list',
    { scope, limit: LIMIT },
    { records: ['call', 'appeal', 'consultation'], events: ['sync.changed'] },
  );
  const line = value?.lines.find((candidate) => candidate.id === opened);
  return (
    <div className="page">
      <header className="pageHead" data-pane>
        <h1>{t('call:list.title')}</h1>
        {takesCalls && (
          <FilterChips
            label={t('call:list.scope')}
            value={scope}
            choices={[
              { value: 'mine', label: t('call:list.mine') },
              { value: 'all', label: t('call:list.all') },
            ]}
            onChange={setScope}
          />
        )}
        {value && (
          <span className="soft small push tabular">
            {t('call:list.shown', {
              shown: format.number(value.lines.length),
              total: format.number(value.total),
            })}
          </span>
        )}
      </header>
      <div className="split">
        <section className="pane listPane" data-pane aria-label={t('call:list.title')}>
          {!value &&
            (problem ? <FailedState problem={problem} onRetry={reload} /> : <LoadingState rows={8} />)}
          {value?.lines.length === 0 && <EmptyState title={t('call:list.empty')} />}
          {value && value.lines.length > 0 && (
            <VirtualGrid
              label={t('call:list.title')}
              rows={value.lines}
              columns="callColumns"
              header={[
                t('call:column.time'),
                t('call:column.phone'),
                t('call:column.outcome'),
                t('call:column.delivery'),
              ]}
              renderRow={(row) => <Row line={row} />}
              cursor={cursor}
              opened={opened}
              onCursor={setCursor}
              onOpen={setOpened}
            />
          )}
        </section>
        <section className="pane recordPane" data-pane>
          {line ? <CallRecord line={line} /> : <EmptyState title={t('call:list.choose')} />}
        </section>
      </div>
    </div>
  );
}

function Row({ line }: { readonly line: CallLine }) {
  const { t } = useTexts();
  const format = useFormat();
  const language = useLanguage();
  return (
    <>
      <div role="gridcell" className="gridCell tabular">
        <span className="clip">{format.moment(line.startedAt, Date.now())}</span>
        <span className="clip small soft">{lengthOf(line)}</span>
      </div>
      <div role="gridcell" className="gridCell">
        <span className="clip">
          <Phone phone={line.phone} raw={line.phoneRaw} />
        </span>
      </div>
      <div role="gridcell" className="gridCell">
        <span className="gridLine">
          {line.dangers.length > 0 && <PriorityBadge level="danger" />}
          <span className="clip">
            {t(`call:outcome.${line.outcome}`)}
            {line.topic && <span className="soft"> · {topicName(line.topic, language)}</span>}
          </span>
        </span>
        <span className="clip small soft">
          {[line.operatorName, ...line.tags.map((tag) => t(`tag:of.${tag}`))].join(' · ')}
        </span>
      </div>
      <div role="gridcell" className="gridCell">
        <DeliveryMark state={line.delivery} />
      </div>
    </>
  );
}

function lengthOf(line: CallLine): string {
  return line.talkMs === null ? '' : formatOffset(line.talkMs);
}

function CallRecord({ line }: { readonly line: CallLine }) {
  const { t } = useTexts();
  const format = useFormat();
  return (
    <article className="record">
      <div>
        <h2>
          <PhoneLink phone={line.phone} raw={line.phoneRaw} />
        </h2>
        <div className="recordMarks small soft tabular">
          <span>{format.moment(line.startedAt, Date.now())}</span>
          <span>{lengthOf(line)}</span>
          {line.wrapUpMs !== null && (
            <span>{t('call:list.wrapUp', { time: formatOffset(line.wrapUpMs) })}</span>
          )}
          <span>{line.operatorName}</span>
          <span>{t(`call:outcome.${line.outcome}`)}</span>
        </div>
      </div>
      {line.appeals.length > 0 && (
        <div className="recordActions">
          {line.appeals.map((appeal) => (
            <button
              key={appeal.id}
              type="button"
              className="callTab"
              onClick={() => openAppeal('all', appeal.id)}
            >
              {appeal.number}
            </button>
          ))}
        </div>
      )}
      <DangersTold dangers={line.dangers} />
      <TagChips tags={line.tags} />
      <section>
        <h3>{t('call:pad')}</h3>
        {line.notes.length === 0 && <span className="soft">{t('call:list.noNotes')}</span>}
        <ul className="sentences">
          {line.notes.map((note, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: notes are append only
            <li key={index}>
              <time>{formatOffset(note.atMs)}</time>
              <span className="recordText">{note.text}</span>
            </li>
          ))}
        </ul>
      </section>
      <CallTrace call={line.id} />
    </article>
  );
}
