import { Modal, Tabs } from '@mantine/core';
import { SpellingPage } from '../spelling/SpellingPage.tsx';
import { LinePage } from '../telephony/LinePage.tsx';
import { useTexts } from '../useTexts.ts';
import { KeysPage } from './KeysPage.tsx';
import { LookPage } from './LookPage.tsx';
import { type SettingsPage, settingsPages, useSettingsDialog } from './store.ts';
import './settings.css';

const PAGES = {
  look: LookPage,
  keys: KeysPage,
  spelling: SpellingPage,
  line: LinePage,
} as const satisfies Record<SettingsPage, () => React.ReactNode>;

/** Preferences of this workstation, a page a concern. */
export function SettingsDialog() {
  const { t } = useTexts();
  const { page, show } = useSettingsDialog();
  return (
    <Modal
      opened={page !== null}
      onClose={() => show(null)}
      title={t('settings:title')}
      size="44rem"
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <Tabs
        value={page}
        onChange={(value) => show(settingsPages.find((known) => known === value) ?? 'look')}
        keepMounted={false}
      >
        <Tabs.List>
          {settingsPages.map((known) => (
            <Tabs.Tab key={known} value={known}>
              {t(`settings:page.${known}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {settingsPages.map((known) => {
          const Page = PAGES[known];
          return (
            <Tabs.Panel key={known} value={known} pt="md">
              <Page />
            </Tabs.Panel>
          );
        })}
      </Tabs>
    </Modal>
  );
}
