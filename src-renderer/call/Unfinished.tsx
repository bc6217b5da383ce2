import { IconFileText, IconPencil, IconPhonePause } from '@tabler/icons-react';
import { recognisePhone } from '../../src-shared/applicant/phone.ts';
import { CommandKey } from '../frame/CommandKey.tsx';
import { fieldLabel } from '../ui/fieldWords.ts';
import { Phone } from '../ui/Phone.tsx';
import { Timer } from '../ui/Timer.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { activateCall } from './acts.ts';
import { outcomeOffered } from './doneInCall.ts';
import type { OpenCall } from './openCall.ts';
import { useCalls } from './store.ts';
import { appealErrors, hasCardContent } from './submission.ts';
import './ending.css';

/** Between calls: what waits to be finished, each under its number and time. None of it holds up the next call. */
export function Unfinished() {
  const { t } = useTexts();
  const calls = useCalls((state) => state.calls);
  if (calls.length === 0) return null;
  return (
    <section aria-labelledby="unfinished-title">
      <h2 className="small soft" id="unfinished-title">
        {t('call:unfinished', { count: calls.length })}
      </h2>
      <ul className="unfinished">
        {calls.map((call, index) => (
          <li key={call.id}>
            <button type="button" className="unfinishedCall" onClick={() => activateCall(call.id)}>
              <UnfinishedIcon call={call} />
              <span className="grow">
                <span className="clip">
                  <UnfinishedName call={call} />
                </span>
                <span className="small soft clip">
                  <UnfinishedState call={call} />
                </span>
                <Missing call={call} />
              </span>
              {index === calls.length - 1 && <CommandKey command="park" />}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function UnfinishedIcon({ call }: { readonly call: OpenCall }) {
  const Icon = call.paper ? IconFileText : call.ended ? IconPencil : IconPhonePause;
  return <Icon size="1.25rem" stroke={1.75} aria-hidden />;
}

/** The name of a card: the time its call began, and from where. */
function UnfinishedName({ call }: { readonly call: OpenCall }) {
  const format = useFormat();
  if (call.paper) return <span className="tabular">{call.paper.number}</span>;
  return (
    <>
      <span className="tabular">{format.moment(call.startedAt, Date.now())}</span>
      {' · '}
      <Phone phone={recognisePhone(call.phoneRaw)?.e164 ?? null} raw={call.phoneRaw.trim()} />
    </>
  );
}

function UnfinishedState({ call }: { readonly call: OpenCall }) {
  const { t } = useTexts();
  const format = useFormat();
  if (call.paper) return <>{t('call:unfinished.paper')}</>;
  if (call.ended === null)
    return (
      <>
        {t('call:unfinished.waits')} <Timer since={call.startedAt} />
      </>
    );
  const outcome = t(`call:outcome.${outcomeOffered(call)}`);
  return <>{t('call:unfinished.ended', { time: format.time(call.ended.at), outcome })}</>;
}

/** What the begun card of an appeal still lacks, by the names of its fields; nothing while no card was begun. */
function Missing({ call }: { readonly call: OpenCall }) {
  const { t, i18n } = useTexts();
  if (call.tab !== 'appeal' || !hasCardContent(call)) return null;
  const fields = appealErrors(call).map(({ field }) => fieldLabel(i18n, field));
  const words =
    fields.length === 0
      ? t('call:unfinished.complete')
      : t('call:unfinished.missing', { fields: fields.join(', ') });
  return (
    <span className="small soft clip" title={words}>
      {words}
    </span>
  );
}
