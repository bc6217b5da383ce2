import { ActionIcon, Switch } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Language } from '../../src-shared/settings/model.ts';
import { call } from '../ipc.ts';
import { useSettings } from '../settings/useSettings.ts';
import { FailedState } from '../ui/StateView.tsx';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { forgetVerdicts } from './verdicts.ts';

/** Languages in which notes are checked, and the words that were added here. */
export function SpellingPage() {
  const { t } = useTexts();
  const { settings, change } = useSettings();
  const turn = (language: Language, isOn: boolean) =>
    change({
      spelling: Language.options.filter((known) =>
        known === language ? isOn : settings.spelling.includes(known),
      ),
    });
  return (
    <div className="settingsPage">
      <p className="soft small">{t('spelling:settings.hint')}</p>
      {Language.options.map((language) => (
        <Switch
          key={language}
          label={t(`spelling:settings.${language}`)}
          checked={settings.spelling.includes(language)}
          onChange={({ currentTarget }) => turn(language, currentTarget.checked)}
        />
      ))}
      <OwnWords />
    </div>
  );
}

function OwnWords() {
  const { t } = useTexts();
  const { value, problem, reload } = useQuery('spelling.words', {});
  const remove = async (word: string) => {
    const answer = await call('spelling.remove', { word });
    if (answer.ok) forgetVerdicts();
    reload();
  };
  if (problem !== null) return <FailedState problem={problem} onRetry={reload} />;
  if (value === undefined) return null;
  return (
    <section aria-labelledby="own-words">
      <h3 id="own-words" className="settingsHead">
        {t('spelling:own')}
      </h3>
      {value.words.length === 0 ? (
        <p className="soft small">{t('spelling:own.empty')}</p>
      ) : (
        <ul className="ownWords">
          {value.words.map((word) => (
            <li key={word}>
              {word}
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('spelling:own.remove', { word })}
                onClick={() => void remove(word)}
              >
                <IconX size="1rem" stroke={1.75} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
