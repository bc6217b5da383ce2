import { TextInput } from '@mantine/core';
import { IconSearch, IconShieldLock } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import type { ApplicantLine } from '../../src-shared/applicant/queries.ts';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { mayRun, useSession } from '../session/useSession.ts';
import { addressWords } from '../ui/addressWords.ts';
import { FilterChips } from '../ui/FilterChips.tsx';
import { Phone } from '../ui/Phone.tsx';
import { EmptyState, FailedState, LoadingState } from '../ui/StateView.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { VirtualGrid } from '../ui/VirtualGrid.tsx';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { ApplicantRecord } from './ApplicantRecord.tsx';
import { PairsList } from './PairsList.tsx';
import { useApplicants } from './store.ts';
import '../ui/split.css';
import './applicant.css';

const LIMIT = 200;

/** Everybody who ever appealed: found by name in any spelling, number or its end, address; the card beside the list. */
export function ApplicantPage() {
  const { t } = useTexts();
  const format = useFormat();
  const { operator } = useSession();
  const { text, scope, opened } = useApplicants();
  const list = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useWindowCommand('search', () => field.current?.select());
  const { value, problem, reload } = useQuery(
    'applicant.list',
    scope === 'all' ? { text: text.trim(), limit: LIMIT } : null,
    { records: ['applicant', 'appeal'] },
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'Enter')
      list.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
    else if (event.key === 'Escape' && text !== '') useApplicants.setState({ text: '' });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="page">
      <header className="pageHead" data-pane>
        <h1>{t('applicant:list.title')}</h1>
        {mayRun(operator.role, 'applicant.merge') && (
          <FilterChips
            label={t('applicant:list.scope')}
            value={scope}
            choices={[
              { value: 'all', label: t('applicant:list.all') },
              { value: 'pairs', label: t('applicant:list.pairs') },
            ]}
            onChange={(chosen) => useApplicants.setState({ scope: chosen })}
          />
        )}
        {scope === 'all' && (
          <TextInput
            ref={field}
            type="search"
            className="applicantSearch"
            data-pane-focus
            aria-label={t('applicant:list.find')}
            placeholder={t('applicant:list.find')}
            leftSection={<IconSearch size="1rem" stroke={1.75} aria-hidden />}
            value={text}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => useApplicants.setState({ text: event.currentTarget.value })}
            onKeyDown={onKeyDown}
          />
        )}
        {scope === 'all' && value && (
          <span className="soft small push tabular" role="status">
            {t('applicant:list.shown', {
              shown: format.number(value.lines.length),
              total: format.number(value.total),
            })}
          </span>
        )}
      </header>
      <div className="split">
        <section ref={list} className="pane listPane" data-pane aria-label={t('applicant:list.title')}>
          {scope === 'pairs' ? (
            <PairsList />
          ) : value ? (
            <Lines lines={value.lines} isAsked={text.trim() !== ''} />
          ) : problem ? (
            <FailedState problem={problem} onRetry={reload} />
          ) : (
            <LoadingState rows={8} />
          )}
        </section>
        <section className="pane recordPane" data-pane aria-label={t('applicant:title')}>
          {opened === null ? (
            <EmptyState title={t('applicant:list.choose')} />
          ) : (
            <ApplicantRecord key={opened} applicant={opened} />
          )}
        </section>
      </div>
    </div>
  );
}

function Lines({ lines, isAsked }: { readonly lines: readonly ApplicantLine[]; readonly isAsked: boolean }) {
  const { t } = useTexts();
  const { cursor, opened } = useApplicants();
  if (lines.length === 0)
    return <EmptyState title={t(isAsked ? 'applicant:list.none' : 'applicant:list.empty')} />;
  return (
    <VirtualGrid
      label={t('applicant:list.title')}
      rows={lines}
      columns="applicantColumns"
      header={[t('applicant:column.name'), t('applicant:column.phone'), t('applicant:column.appeals')]}
      renderRow={(line) => <Row line={line} />}
      cursor={cursor}
      opened={opened}
      onCursor={(id) => useApplicants.setState({ cursor: id })}
      onOpen={(id) => useApplicants.setState({ opened: id })}
    />
  );
}

function Row({ line }: { readonly line: ApplicantLine }) {
  const { t, i18n } = useTexts();
  const format = useFormat();
  const { name, phone, address, isProtected, appeals } = line;
  return (
    <>
      <div role="gridcell" className="gridCell">
        <span className="clip">{name === '' ? t('caller:noName') : name}</span>
        <span className="clip small soft">
          {isProtected ? (
            <span className="mark">
              <IconShieldLock size="1rem" stroke={1.75} aria-hidden />
              {t('applicant:protected')}
            </span>
          ) : (
            address && addressWords(i18n, address)
          )}
        </span>
      </div>
      <div role="gridcell" className="gridCell">
        <span className="clip">{!isProtected && <Phone phone={phone} raw="" />}</span>
      </div>
      <div role="gridcell" className="gridCell tabular">
        {!isProtected && format.number(appeals)}
      </div>
    </>
  );
}
