import {
  IconAlertTriangleFilled,
  IconArrowsExchange,
  IconCheck,
  IconClockPause,
  IconPencil,
  IconSend,
} from '@tabler/icons-react';
import type { AppealStatus } from '../../src-shared/appeal/model.ts';
import type { DeliveryState } from '../../src-shared/appeal/queries.ts';
import { useTexts } from '../useTexts.ts';
import './states.css';

const DELIVERY_ICONS = {
  unfinished: IconPencil,
  waiting: IconClockPause,
  sending: IconSend,
  accepted: IconCheck,
  refused: IconArrowsExchange,
} as const;

const DELIVERY_MEANINGS = {
  unfinished: 'calm',
  waiting: 'calm',
  sending: 'calm',
  accepted: 'done',
  refused: 'person',
} as const;

/** How far a record is on its way to the centre: a shape and a word, the same on every screen. */
export function DeliveryMark({ state }: { readonly state: DeliveryState }) {
  const { t } = useTexts();
  const Icon = DELIVERY_ICONS[state];
  return (
    <span className="mark small" data-meaning={DELIVERY_MEANINGS[state]}>
      <Icon size="1rem" stroke={1.75} aria-hidden />
      {t(`delivery:${state}`)}
    </span>
  );
}

/** Danger to life or health: filled triangle and the word. */
export function UrgentMark() {
  const { t } = useTexts();
  return (
    <span className="mark small" data-meaning="danger">
      <IconAlertTriangleFilled size="1rem" aria-hidden />
      {t('appeal:urgent.word')}
    </span>
  );
}

/** Where the appeal stands. */
export function StatusWord({ status }: { readonly status: AppealStatus }) {
  const { t } = useTexts();
  return <span className="small">{t(`appeal:status.${status}`)}</span>;
}
