import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { BrowseColumn, EXPORTS } from '../../src-shared/appeal/browse.ts';
import { fixedKeys } from '../frame/fixedKeys.ts';
import { mayRun, useSession } from '../session/useSession.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { useTexts } from '../useTexts.ts';
import { keepColumns } from './appealColumns.ts';
import { type ListView, useAppeals } from './store.ts';
import { useColumns } from './useColumns.ts';

interface ListMenuProps {
  readonly view: ListView;
  readonly onExport: () => void;
  readonly onMoveAll: () => void;
}

/** How the full list looks: its columns, its figures instead, its export. */
export function ListMenu({ view, onExport, onMoveAll }: ListMenuProps) {
  const { t } = useTexts();
  const { operator } = useSession();
  const columns = useColumns(view);
  const { change, open } = useAppeals.getState();
  const toggle = (column: BrowseColumn) => {
    const chosen = BrowseColumn.options.filter((known) => columns.includes(known) !== (known === column));
    if (chosen.length === 0) return;
    keepColumns(operator.id, chosen);
    change('all', { columns: chosen });
  };
  const isList = view.figureBy === null;
  return (
    <Menu
      position="bottom-end"
      shadow="md"
      transitionProps={{ duration: 0 }}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <button type="button" className="filterChip">
          <span className="clip">{t('appeal:look')}</span>
          <IconChevronDown size="0.875rem" stroke={1.75} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown className="filterMenu">
        <Menu.Item data-autofocus onClick={() => change('all', { figureBy: isList ? 'topicGroup' : null })}>
          {t(isList ? 'appeal:look.figures' : 'appeal:look.list')}
        </Menu.Item>
        {mayRun(operator.role, 'appeal.assign') && (
          <Menu.Item rightSection={<Kbd>{fixedKeys.assignAll}</Kbd>} onClick={onMoveAll}>
            {t('board:move.all')}
          </Menu.Item>
        )}
        {EXPORTS.includes(operator.role) && (
          <Menu.Item onClick={onExport}>{t('appeal:look.export')}</Menu.Item>
        )}
        {view.opened !== null && (
          <Menu.Item onClick={() => open('all', null)}>{t('appeal:look.closeRecord')}</Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Label>{t('appeal:look.columns')}</Menu.Label>
        {BrowseColumn.options.map((column) => (
          <Menu.CheckboxItem
            key={column}
            checked={columns.includes(column)}
            checkIcon={<IconCheck size="1rem" aria-hidden />}
            onChange={() => toggle(column)}
          >
            {t(`appeal:column.${column}`)}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
