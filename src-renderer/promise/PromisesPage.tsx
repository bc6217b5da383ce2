import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { PromiseLine } from '../../src-shared/promise/queries.ts';
import { CommandKey } from '../frame/CommandKey.tsx';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { useSession } from '../session/useSession.ts';
import { FilterChips } from '../ui/FilterChips.tsx';
import { DeliveryMark } from '../ui/Marks.tsx';
import { Phone } from '../ui/Phone.tsx';
import { EmptyState, FailedState, LoadingState } from '../ui/StateView.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useMinute } from '../ui/useMinute.ts';
import { VirtualGrid } from '../ui/VirtualGrid.tsx';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { DueMark } from './DueMark.tsx';
import { PromiseRecord } from './PromiseRecord.tsx';
import { TO_NOBODY, usePromises } from './store.ts';
import '../ui/split.css';

type Scope = 'due' | 'mine' | 'closed';

/** Whom the centre owes a call: the earliest due first, whoever promised it. */
export function PromisesPage() {
  const { t } = useTexts();
  const { operator } = useSession();
  const now = useMinute();
  const [scope, setScope] = useState<Scope>('due');
  const [cursor, setCursor] = useState<string | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const { value, problem, reload } = useQuery(
    'promise.list',
    {},
    { records: ['promise', 'appeal', 'operator'], events: ['sync.changed'] },
  );
  const make = () => usePromises.getState().make(TO_NOBODY);
  useWindowCommand('promise', make);
  const isMine = ({ promise }: PromiseLine) => promise.owner === operator.id;
  const open = value?.open ?? [];
  const lines = scope === 'closed' ? (value?.closed ?? []) : scope === 'mine' ? open.filter(isMine) : open;
  const rows = lines.map((line) => ({ ...line, id: line.promise.id }));
  const line = [...open, ...(value?.closed ?? [])].find(({ promise }) => promise.id === opened);
  return (
    <div className="page">
      <header className="pageHead" data-pane>
        <h1>{t('promise:title')}</h1>
        <FilterChips
          label={t('promise:scope')}
          value={scope}
          choices={(['due', 'mine', 'closed'] as const).map((one) => ({
            value: one,
            label: t(`promise:scope.${one}`),
          }))}
          onChange={setScope}
        />
        <span className="push" />
        <Button
          onClick={make}
          leftSection={<IconPlus size="1.125rem" stroke={1.75} aria-hidden />}
          rightSection={<CommandKey command="promise" />}
        >
          {t('promise:make')}
        </Button>
      </header>
      <div className="split">
        <section className="pane listPane" data-pane aria-label={t('promise:title')}>
          {!value &&
            (problem ? <FailedState problem={problem} onRetry={reload} /> : <LoadingState rows={6} />)}
          {value && rows.length === 0 && (
            <EmptyState title={t(`promise:empty.${scope}`)}>
              <p>{t('promise:empty.how')}</p>
              <p>
                {t('promise:make')} <CommandKey command="promise" />
              </p>
            </EmptyState>
          )}
          {rows.length > 0 && (
            <VirtualGrid
              label={t('promise:title')}
              rows={rows}
              columns="promiseColumns"
              header={[t('promise:due'), t('promise:name'), t('promise:owner')]}
              renderRow={(row) => <Row line={row} now={now} />}
              cursor={cursor}
              opened={opened}
              onCursor={setCursor}
              onOpen={setOpened}
            />
          )}
        </section>
        <section className="pane recordPane" data-pane>
          {line ? (
            <PromiseRecord key={line.promise.id} line={line} now={now} />
          ) : (
            <EmptyState title={t('promise:choose')} />
          )}
        </section>
      </div>
    </div>
  );
}

function Row({ line, now }: { readonly line: PromiseLine; readonly now: number }) {
  const { t } = useTexts();
  const format = useFormat();
  const { promise, ownerName } = line;
  const isOpen = promise.state === 'open';
  return (
    <>
      <div role="gridcell" className="gridCell">
        {isOpen ? (
          <DueMark dueAt={promise.dueAt} now={now} />
        ) : (
          <span className="clip tabular">{format.moment(promise.closedAt ?? promise.dueAt, now)}</span>
        )}
        <span className="clip small soft">
          {promise.state === 'open'
            ? promise.tries.length > 0 && t('promise:tries', { count: promise.tries.length })
            : t(`promise:state.${promise.state}`)}
        </span>
      </div>
      <div role="gridcell" className="gridCell">
        <span className="clip">
          {promise.name && `${promise.name} · `}
          <Phone phone={promise.phone} raw={promise.phoneRaw} />
        </span>
        <span className="clip small soft">{promise.what}</span>
      </div>
      <div role="gridcell" className="gridCell">
        <span className="clip">{ownerName || t('promise:owner.shift')}</span>
        <DeliveryMark state={line.delivery} />
      </div>
    </>
  );
}
