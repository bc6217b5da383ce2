import { Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { v7 as mint } from 'uuid';
import { USUAL_COLUMNS } from '../../src-shared/appeal/browse.ts';
import type { SavedView } from '../../src-shared/view/model.ts';
import { useSession } from '../session/useSession.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { FilterChip } from '../ui/FilterChips.tsx';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { type ListView, useAppeals } from './store.ts';
import { useAct } from './useAct.ts';
import { useColumns } from './useColumns.ts';

/** Kept conditions of the full list: one press opens them; the present ones are kept under a name. */
export function SavedViews({ view }: { readonly view: ListView }) {
  const { t } = useTexts();
  const language = useLanguage();
  const { value } = useQuery('view.list', {}, { records: ['view'] });
  const { compare } = new Intl.Collator(language);
  const views = (value?.views ?? []).toSorted((a, b) => compare(a.name, b.name));
  const columns = useColumns(view);
  const key = (filter: SavedView['filter'], order: SavedView['order'], shown: SavedView['columns']) =>
    JSON.stringify([filter, order, shown ?? columns]);
  const now = key({ ...view.filter, urgentOnly: view.urgentOnly }, view.order, [...columns]);
  return (
    <div className="chips" role="group" aria-label={t('appeal:views')}>
      {views.map((saved) => (
        <Kept key={saved.id} saved={saved} isOpen={key(saved.filter, saved.order, saved.columns) === now} />
      ))}
      <Keep view={view} />
    </div>
  );
}

function Kept({ saved, isOpen }: { readonly saved: SavedView; readonly isOpen: boolean }) {
  const { t } = useTexts();
  const { operator } = useSession();
  const { filter, order, name, isShared, id } = saved;
  const { busy, run } = useAct(() => undefined);
  const open = () =>
    useAppeals.getState().change('all', {
      ...{ filter, order, urgentOnly: filter.urgentOnly, cursor: null },
      columns: saved.columns ?? null,
    });
  const payload = { view: id, name, filter, order, isShared: false, isRemoved: true };
  return (
    <>
      <FilterChip
        label={isShared ? t('appeal:views.sharedName', { name }) : name}
        pressed={isOpen}
        onPress={open}
      />
      {isOpen && saved.owner === operator.id && (
        <button
          type="button"
          className="filterChip"
          disabled={busy}
          aria-label={t('appeal:views.remove', { name })}
          onClick={() => void run([{ kind: 'view.save', payload }])}
        >
          <IconX size="1rem" aria-hidden />
        </button>
      )}
    </>
  );
}

function Keep({ view }: { readonly view: ListView }) {
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);
  return (
    <Popover
      opened={asking}
      onChange={setAsking}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <button type="button" className="filterChip" onClick={() => setAsking(!asking)}>
          {t('appeal:views.save')}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('appeal:views.save')}>
        <KeepForm view={view} onDone={() => setAsking(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function KeepForm({ view, onDone }: { readonly view: ListView; readonly onDone: () => void }) {
  const { t, i18n } = useTexts();
  const { operator } = useSession();
  const [id] = useState(() => mint());
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const { busy, problem, run } = useAct(onDone);
  const columns = [...useColumns(view)];
  const filter = { ...view.filter, urgentOnly: view.urgentOnly };
  const isUsual = JSON.stringify(columns) === JSON.stringify(USUAL_COLUMNS);
  const payload = {
    ...{ view: id, name: name.trim(), filter, order: view.order, isShared, isRemoved: false },
    ...(isUsual ? {} : { columns }),
  };
  return (
    <form
      className="correction"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') void run([{ kind: 'view.save', payload }]);
      }}
    >
      <TextInput
        label={t('appeal:views.name')}
        value={name}
        maxLength={60}
        autoComplete="off"
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {operator.role === 'lead' && (
        <Checkbox
          label={t('appeal:views.shared')}
          checked={isShared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
      )}
      {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
      <span className="chips">
        <Button type="submit" size="xs" loading={busy} disabled={name.trim() === ''}>
          {t('appeal:views.keep')}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {t('appeal:views.cancel')}
        </Button>
      </span>
    </form>
  );
}
