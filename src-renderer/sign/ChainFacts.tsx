import { classifierName } from '../../src-shared/catalog/classifier.ts';
import type { AppealChain } from '../../src-shared/sign/queries.ts';
import { openAppeal } from '../frame/openAppeal.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { EarlierFacts } from './EarlierFacts.tsx';

/** In the record of an appeal: what it repeats, with what was answered then, and what repeats it. */
export function ChainFacts({ chain: { previous, repeats } }: { readonly chain: AppealChain }) {
  const { t } = useTexts();
  const format = useFormat();
  const language = useLanguage();
  const now = Date.now();
  return (
    <>
      {previous && (
        <section>
          <h3>{t('sign:previous')}</h3>
          <button type="button" className="callerAct" onClick={() => openAppeal('all', previous.id)}>
            {t('sign:previous.open', {
              number: previous.number,
              registered: format.moment(previous.registeredAt, now),
            })}
          </button>
          <EarlierFacts earlier={previous} />
        </section>
      )}
      {repeats.length > 0 && (
        <section>
          <h3>{t('sign:repeats')}</h3>
          <ul className="earlierFacts">
            {repeats.map(({ id, number, sign, registeredAt }) => (
              <li key={id}>
                <button type="button" className="callerAct" onClick={() => openAppeal('all', id)}>
                  {t('sign:repeat', {
                    number,
                    sign: classifierName(sign, language),
                    registered: format.moment(registeredAt, now),
                  })}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
