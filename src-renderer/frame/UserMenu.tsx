import { Menu, UnstyledButton } from '@mantine/core';
import {
  IconChevronDown,
  IconFileExport,
  IconFileImport,
  IconKeyboard,
  IconLogout,
  IconSettings,
  IconUserCircle,
} from '@tabler/icons-react';
import { useCarry } from '../carry/store.ts';
import { leaveShift } from '../handover/store.ts';
import { useSession } from '../session/useSession.ts';
import { useSettingsDialog } from '../settings/store.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { useTexts } from '../useTexts.ts';
import { CommandKey } from './CommandKey.tsx';
import { useFrame } from './store.ts';

/** Who works here, how the window looks, and the way out. */
export function UserMenu() {
  const { t } = useTexts();
  const { operator, offline, workstation } = useSession();
  const showKeys = useFrame((state) => state.showKeys);
  return (
    <Menu
      position="bottom-end"
      width="19rem"
      shadow="md"
      transitionProps={{ duration: 100 }}
      closeOnItemClick
    >
      <Menu.Target>
        <UnstyledButton className="userButton" aria-label={t('frame:user.menu', { name: operator.name })}>
          <IconUserCircle size="1.375rem" stroke={1.5} aria-hidden />
          <span className="clip">{operator.name}</span>
          <IconChevronDown size="1rem" stroke={1.75} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className="menuGroup small soft">
          {[
            t(`role:${operator.role}`),
            workstation.enrolment?.workstationName,
            offline && t('frame:user.offline'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
        {workstation.keyUnprotected && (
          <div className="menuGroup">
            <NoticeBar tone="warn">{t('frame:user.keyUnprotected')}</NoticeBar>
          </div>
        )}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconFileExport size="1.125rem" stroke={1.75} aria-hidden />}
          onClick={() => useCarry.getState().show('save')}
        >
          {t('carry:save')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileImport size="1.125rem" stroke={1.75} aria-hidden />}
          onClick={() => useCarry.getState().show('take')}
        >
          {t('carry:take')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconSettings size="1.125rem" stroke={1.75} aria-hidden />}
          rightSection={<CommandKey command="settings" />}
          onClick={() => useSettingsDialog.getState().show('look')}
        >
          {t('settings:title')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconKeyboard size="1.125rem" stroke={1.75} aria-hidden />}
          rightSection={<CommandKey command="help" />}
          onClick={() => showKeys(true)}
        >
          {t('keys:title')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout size="1.125rem" stroke={1.75} aria-hidden />}
          onClick={leaveShift}
        >
          {t('frame:user.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
