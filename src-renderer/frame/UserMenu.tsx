import { Menu, NumberInput, SegmentedControl, UnstyledButton } from '@mantine/core';
import {
  IconChevronDown,
  IconFileExport,
  IconFileImport,
  IconKeyboard,
  IconLogout,
  IconUserCircle,
} from '@tabler/icons-react';
import { Language } from '../../src-shared/settings/model.ts';
import { useCarry } from '../carry/store.ts';
import { useSession } from '../session/useSession.ts';
import { useSettings } from '../settings/useSettings.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { useTexts } from '../useTexts.ts';
import { useFrame } from './store.ts';

const THEMES = ['light', 'dark', 'system'] as const;
/** Steps of the size of text, in percent. */
const SCALE_STEP = 10;

/** Who works here, how the window looks, and the way out. */
export function UserMenu() {
  const { t } = useTexts();
  const { operator, offline, workstation, signOut } = useSession();
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
        <Appearance />
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
          leftSection={<IconKeyboard size="1.125rem" stroke={1.75} aria-hidden />}
          rightSection={<Kbd>F1</Kbd>}
          onClick={() => showKeys(true)}
        >
          {t('keys:title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size="1.125rem" stroke={1.75} aria-hidden />} onClick={signOut}>
          {t('frame:user.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Language, theme, size of text: applied at once. */
function Appearance() {
  const { t } = useTexts();
  const { settings, change } = useSettings();
  return (
    <>
      <div className="menuGroup">
        <span className="small soft">{t('settings:language')}</span>
        <SegmentedControl
          size="xs"
          aria-label={t('settings:language')}
          value={settings.language}
          onChange={(value) => change({ language: Language.parse(value) })}
          data={Language.options.map((value) => ({ value, label: t(`settings:language.${value}`) }))}
        />
      </div>
      <div className="menuGroup">
        <span className="small soft">{t('settings:theme')}</span>
        <SegmentedControl
          size="xs"
          aria-label={t('settings:theme')}
          value={settings.theme}
          onChange={(value) => change({ theme: THEMES.find((theme) => theme === value) ?? 'system' })}
          data={THEMES.map((value) => ({ value, label: t(`settings:theme.${value}`) }))}
        />
      </div>
      <div className="menuGroup">
        <NumberInput
          label={t('settings:scale')}
          value={settings.scale}
          min={80}
          max={200}
          step={SCALE_STEP}
          suffix=" %"
          clampBehavior="blur"
          onChange={(value) => {
            const scale = Math.round(Number(value));
            if (scale >= 80 && scale <= 200) change({ scale });
          }}
        />
      </div>
    </>
  );
}
