import { Button, CloseButton, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isOfMoments, TermId } from '../../src-shared/term/term.ts';
import { termName } from '../../src-shared/term/termName.ts';
import {
  type Amount,
  amountOf,
  versionsOf,
  withAmount,
  withoutVersion,
  withVersion,
} from '../../src-shared/term/versions.ts';
import type { RuleVersion } from '../../src-shared/term/workCalendar.ts';
import { TERM_ACTS } from '../../src-shared/term/workCalendar.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { actWords, amountWords } from '../term/termWords.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import type { Edit } from './useEdit.ts';

/** Rules of terms with the days from which each version holds. An appeal keeps the version it was born with. */
export function RulesPanel({ edit: { content, change } }: { readonly edit: Edit }) {
  const { t } = useTexts();
  const language = useLanguage();
  const [rule, setRule] = useState<TermId>('appeal_general');
  const versions = versionsOf(rule, content.rules);
  const put = (version: RuleVersion) =>
    change({
      rules: content.rules.map((one) => (one.id === rule && one.from === version.from ? version : one)),
    });
  return (
    <div className="calendarPanel">
      <NativeSelect
        label={t('calendar:rule')}
        value={rule}
        data={TermId.options.map((value) => ({ value, label: termName(value, language) }))}
        onChange={(event) => setRule(TermId.parse(event.currentTarget.value))}
      />
      {versions.map((version, at) => (
        <Version
          key={version.from ?? ''}
          version={version}
          onChange={put}
          onRemove={at === 0 ? null : () => change({ rules: withoutVersion(content.rules, version) })}
        />
      ))}
      <NewVersion
        key={rule}
        after={versions.at(-1)}
        onAdd={(version, from) => change({ rules: withVersion(content.rules, version, from) })}
      />
    </div>
  );
}

interface VersionProps {
  readonly version: RuleVersion;
  readonly onChange: (version: RuleVersion) => void;
  readonly onRemove: (() => void) | null;
}

function Version({ version, onChange, onRemove }: VersionProps) {
  const { t, i18n } = useTexts();
  const format = useFormat();
  const { from, to } = version;
  const days =
    from === null
      ? to === null
        ? t('calendar:version.always')
        : t('calendar:version.until', { to: format.day(to) })
      : to === null
        ? t('calendar:version.since', { from: format.day(from) })
        : t('calendar:version.between', { from: format.day(from), to: format.day(to) });
  return (
    <section className="calendarVersion" aria-label={days}>
      <div className="calendarVersionHead">
        <strong>{days}</strong>
        {onRemove && <CloseButton aria-label={t('calendar:version.remove')} onClick={onRemove} />}
      </div>
      <p className="small">
        {t('calendar:version.says', { amount: amountWords(i18n, version), act: actWords(i18n, version) })}
      </p>
      <VersionFields version={version} onChange={onChange} />
    </section>
  );
}

/** Amount and unit: days in one kind of rule, time in the other. */
const DAY_UNITS = ['months.calendar', 'days.calendar', 'days.working'] as const;
const TIME_UNITS = ['hours.clock', 'hours.working', 'minutes.clock', 'minutes.working'] as const;

/** How much, in what, by which act. A rule that ends at a moment stays one. */
function VersionFields({ version, onChange }: Pick<VersionProps, 'version' | 'onChange'>) {
  const { t } = useTexts();
  const amount = amountOf(version);
  const isOfTime = isOfMoments(version);
  const choices = (isOfTime ? TIME_UNITS : DAY_UNITS).map((value) => ({
    value,
    label: t(`calendar:unit.${value}`),
  }));
  return (
    <>
      <div className="calendarPeriod">
        <NumberInput
          label={t('calendar:amount')}
          value={amount.count}
          min={0}
          max={3660}
          allowDecimal={false}
          onChange={(count) => onChange(withAmount(version, amount.in, Number(count) || 0))}
        />
        <NativeSelect
          label={t('calendar:unit')}
          value={`${amount.in}.${version.unit}`}
          data={choices}
          onChange={(event) => {
            const [name, unit] = event.currentTarget.value.split('.') as [Amount, RuleVersion['unit']];
            onChange({ ...withAmount(version, name, amount.count), unit });
          }}
        />
      </div>
      {!isOfTime && (
        <NativeSelect
          label={t('calendar:movesOn')}
          value={version.movesOn ? 'on' : 'off'}
          data={[
            { value: 'on', label: t('calendar:movesOn.on') },
            { value: 'off', label: t('calendar:movesOn.off') },
          ]}
          onChange={(event) => onChange({ ...version, movesOn: event.currentTarget.value === 'on' })}
        />
      )}
      <div className="calendarPeriod">
        <NativeSelect
          label={t('calendar:act')}
          value={version.act}
          data={TERM_ACTS.map((value) => ({ value, label: t(`calendar:act.${value}`) }))}
          onChange={(event) => onChange({ ...version, act: event.currentTarget.value as RuleVersion['act'] })}
        />
        <TextInput
          label={t('calendar:article')}
          value={version.article}
          maxLength={120}
          onChange={(event) => onChange({ ...version, article: event.currentTarget.value })}
        />
      </div>
    </>
  );
}

interface NewVersionProps {
  readonly after: RuleVersion | undefined;
  readonly onAdd: (version: RuleVersion, from: string) => void;
}

/** A version from a day on, beginning as a copy of the last one. */
function NewVersion({ after, onAdd }: NewVersionProps) {
  const { t } = useTexts();
  const [from, setFrom] = useState<string | null>(null);
  if (after === undefined) return null;
  const isLater = from !== null && from > (after.from ?? '');
  return (
    <div className="calendarPeriod calendarNew">
      <DayInput label={t('calendar:version.from')} value={from} onChange={setFrom} />
      <Button
        variant="default"
        disabled={!isLater}
        onClick={() => {
          if (from === null) return;
          onAdd(after, from);
          setFrom(null);
        }}
      >
        {t('calendar:version.add')}
      </Button>
    </div>
  );
}
