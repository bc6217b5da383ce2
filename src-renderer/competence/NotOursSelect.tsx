import { type CompetentBody, competentBodies, competentBody } from '../../src-shared/competence/body.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { SearchSelect } from '../ui/SearchSelect.tsx';
import { searchWords } from '../ui/searchWords.ts';
import { useTexts } from '../useTexts.ts';

interface NotOursSelectProps {
  /** Id of the body; empty for a matter of this centre. */
  readonly value: string;
  readonly disabled: boolean;
  /** With the text to be read to the caller; empty when the mark was taken away. */
  readonly onChange: (body: string, text: string) => void;
}

const search = searchWords<CompetentBody>(
  competentBodies.map((body) => ({ item: body, name: body.uk, words: [body.ru, body.en], group: '' })),
);

/** Not for this centre: whom the caller is sent to, with number and hours as a ready answer. It counts as help given. */
export function NotOursSelect({ value, disabled, onChange }: NotOursSelectProps) {
  const { t } = useTexts();
  const language = useLanguage();
  const body = competentBody(value);
  return (
    <SearchSelect
      label={t('competence:notOurs')}
      description={body && t('competence:notOurs.counted')}
      value={value}
      chosen={body ? { value, label: body[language] } : null}
      find={(query) =>
        search(query).map((found) => ({
          value: found.id,
          label: found[language],
          path: found.phone || undefined,
        }))
      }
      placeholder={t('competence:notOurs.placeholder')}
      memory="notOurs"
      clearable
      disabled={disabled}
      onChange={(id) => {
        const chosen = competentBody(id);
        if (chosen === undefined) return onChange('', '');
        const { phone, hours } = chosen;
        const key = phone === '' ? 'competence:notOurs.way' : 'competence:notOurs.text';
        return onChange(id, t(key, { body: chosen[language], phone, hours: hours[language] }));
      }}
    />
  );
}
