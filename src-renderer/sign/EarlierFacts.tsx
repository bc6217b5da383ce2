import { IconCheck, IconClock, IconClockExclamation } from '@tabler/icons-react';
import { authorityName } from '../../src-shared/catalog/authority.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import type { EarlierAppeal } from '../../src-shared/sign/queries.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { termSentence } from './signWords.ts';
import './sign.css';

const TERM_ICONS = { missed: IconClockExclamation, kept: IconCheck, running: IconClock } as const;

/** An earlier appeal: what it was about, what was answered, and whether its term was kept. */
export function EarlierFacts({ earlier }: { readonly earlier: EarlierAppeal }) {
  const { t, i18n } = useTexts();
  const format = useFormat();
  const language = useLanguage();
  const { told, authority, term } = earlier;
  const Icon = TERM_ICONS[term];
  const now = Date.now();
  return (
    <ul className="earlierFacts small">
      <li className="mark" data-meaning={term === 'missed' ? 'danger' : undefined}>
        <Icon size="1rem" stroke={1.75} aria-hidden />
        {termSentence(i18n, earlier)}
      </li>
      <li>
        {authority === null
          ? t('sign:notForwarded')
          : t('sign:forwarded', { name: authorityName(authority, language) })}
      </li>
      <li>
        {told === null
          ? t('sign:notTold')
          : t(`sign:${told.kind}`, { time: format.moment(told.at, now), text: told.text })}
      </li>
      <li className="soft">
        {topicName(earlier.topic, language)}: {earlier.excerpt}
      </li>
    </ul>
  );
}
