import { useState } from 'react';
import { authorityName } from '../../src-shared/catalog/authority.ts';
import type { OwingBody } from '../../src-shared/term/queries.ts';
import { ControlParts } from '../control/ControlParts.tsx';
import { useControl } from '../control/store.ts';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { EmptyState, FailedState, LoadingState } from '../ui/StateView.tsx';
import { VirtualGrid } from '../ui/VirtualGrid.tsx';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { OwedRecord } from './OwedRecord.tsx';
import '../ui/split.css';
import './term.css';

/** Bodies that owe an answer, the most overdue first: each is reminded once of everything. */
export function BodiesPage() {
  const { t } = useTexts();
  const opened = useControl((state) => state.body);
  const [cursor, setCursor] = useState<string | null>(null);
  const { value, problem, reload } = useQuery(
    'term.owed',
    {},
    { records: ['appeal', 'execution', 'calendar'], events: ['sync.changed'] },
  );
  useWindowCommand('back', () => document.querySelector<HTMLElement>('[role=grid]')?.focus());
  const rows = value?.bodies.map((body) => ({ ...body, id: body.authority })) ?? [];
  const body = rows.find(({ authority }) => authority === opened);
  return (
    <div className="page">
      <header className="pageHead" data-pane>
        <h1>{t('term:bodies')}</h1>
        <ControlParts />
      </header>
      {value?.isCut === true && <NoticeBar>{t('term:bodies.cut')}</NoticeBar>}
      <div className="split">
        <section className="pane listPane" data-pane aria-label={t('term:bodies')}>
          {value === undefined &&
            (problem ? <FailedState problem={problem} onRetry={reload} /> : <LoadingState rows={6} />)}
          {value !== undefined && rows.length === 0 && <EmptyState title={t('term:bodies.none')} />}
          {rows.length > 0 && (
            <VirtualGrid
              label={t('term:bodies')}
              rows={rows}
              columns="bodyColumns"
              header={[t('term:bodies.body'), t('term:near.overdue'), t('term:near.soon')]}
              renderRow={(row) => <BodyRow body={row} />}
              cursor={cursor}
              opened={opened}
              onCursor={setCursor}
              onOpen={(id) => useControl.setState({ body: id })}
            />
          )}
        </section>
        <section className="pane recordPane" data-pane aria-label={t('term:owed')}>
          {body === undefined ? (
            <EmptyState title={t('term:bodies.choose')} />
          ) : (
            <OwedRecord key={body.authority} body={body} />
          )}
        </section>
      </div>
    </div>
  );
}

function BodyRow({ body }: { readonly body: OwingBody }) {
  const { t } = useTexts();
  const language = useLanguage();
  return (
    <>
      <div role="gridcell" className="gridCell">
        <span className="clip">{authorityName(body.authority, language)}</span>
        <span className="clip small soft">{t('term:bodies.count', { count: body.answers.length })}</span>
      </div>
      <div role="gridcell" className="gridCell tabular" data-late={body.overdue > 0 || undefined}>
        {body.overdue}
      </div>
      <div role="gridcell" className="gridCell tabular">
        {body.near}
      </div>
    </>
  );
}
