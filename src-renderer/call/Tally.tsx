import { CallCode } from '../../src-shared/call/model.ts';
import { formatOffset } from '../../src-shared/call/notes.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';

/** What the operator has done today: nobody else's, and no comparison. */
export function Tally() {
  const { t } = useTexts();
  const format = useFormat();
  const { value } = useQuery('call.today', {}, { records: ['call', 'appeal', 'consultation'] });
  if (!value) return null;
  const { codes, talkMs } = value;
  const counted = CallCode.options.filter((code) => codes[code] > 0);
  return (
    <div>
      <h2 className="small soft">{t('call:today')}</h2>
      <dl className="tally">
        {(['calls', 'appeals', 'consultations'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`call:today.${name}`, { count: value[name] })}</dt>
            <dd>{format.number(value[name])}</dd>
          </div>
        ))}
      </dl>
      {(talkMs !== null || counted.length > 0) && (
        <p className="small soft tabular tallyMore">
          {talkMs !== null && <span>{t('call:today.talk', { time: formatOffset(talkMs) })}</span>}
          {counted.map((code) => (
            <span key={code}>
              {t('call:today.code', { outcome: t(`call:outcome.${code}`), count: codes[code] })}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
