import { IconPhoneCall } from '@tabler/icons-react';
import type { DangerTold } from '../../src-shared/danger/model.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import './danger.css';

/** In a record: which dangers to life the caller spoke of, whom they were sent to and when, and the words that told it. */
export function DangersTold({ dangers }: { readonly dangers: readonly DangerTold[] }) {
  const { t } = useTexts();
  const format = useFormat();
  if (dangers.length === 0) return null;
  const now = Date.now();
  return (
    <section className="dangersTold">
      <h3>{t('danger:title')}</h3>
      <ul className="sentences">
        {dangers.map(({ kind, service, words, toldAt }) => (
          <li key={kind}>
            <time dateTime={toldAt}>{format.moment(toldAt, now)}</time>
            <span>
              <IconPhoneCall size="1rem" stroke={1.75} aria-hidden />{' '}
              {t('danger:recorded', {
                kind: t(`danger:kind.${kind}`),
                service,
                words: words.join(', '),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
