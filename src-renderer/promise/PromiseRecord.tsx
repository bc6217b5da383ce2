import { Button, Textarea } from '@mantine/core';
import { IconPhoneOutgoing } from '@tabler/icons-react';
import { useState } from 'react';
import { v7 as mint } from 'uuid';
import type { InputOf } from '../../src-shared/ipc/contract.ts';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import { PROMISE_TEXT } from '../../src-shared/promise/model.ts';
import type { PromiseLine } from '../../src-shared/promise/queries.ts';
import { openAppeal } from '../frame/openAppeal.ts';
import { call } from '../ipc.ts';
import { mayRun, useSession } from '../session/useSession.ts';
import { DeliveryMark } from '../ui/Marks.tsx';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { Phone } from '../ui/Phone.tsx';
import { problemText } from '../ui/problemText.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { DueMark } from './DueMark.tsx';

type Commands = InputOf<'command.submit'>['commands'];

/** One promise: whom to call, what was said, and what became of it. */
export function PromiseRecord({ line, now }: { readonly line: PromiseLine; readonly now: number }) {
  const { t } = useTexts();
  const format = useFormat();
  const { promise, ownerName, madeByName } = line;
  const { appeal } = promise;
  return (
    <article className="record">
      <div>
        <h2>{promise.name || <DialLink promise={promise} />}</h2>
        <div className="recordMarks">
          {promise.state === 'open' ? (
            <DueMark dueAt={promise.dueAt} now={now} />
          ) : (
            <span className="small">{t(`promise:state.${promise.state}`)}</span>
          )}
          <DeliveryMark state={line.delivery} />
        </div>
      </div>
      {promise.name && <DialLink promise={promise} />}
      {promise.what && <p className="recordText">{promise.what}</p>}
      {promise.state === 'open' && <PromiseActs line={line} />}
      {promise.reason && (
        <p>
          {t('promise:cancel.reason')}: {promise.reason}
        </p>
      )}
      <ul className="sentences">
        <li>
          <time dateTime={promise.madeAt}>{format.moment(promise.madeAt, now)}</time>
          <span>{t('promise:madeBy', { name: madeByName })}</span>
        </li>
        {promise.tries.map((one) => (
          <li key={one.at}>
            <time dateTime={one.at}>{format.moment(one.at, now)}</time>
            <span>{t('promise:tried')}</span>
          </li>
        ))}
      </ul>
      <span className="small soft">
        {t('promise:owner')}: {ownerName || t('promise:owner.shift')}
      </span>
      {appeal !== null && line.appealNumber !== null && (
        <Button variant="default" onClick={() => openAppeal('all', appeal)}>
          {line.appealNumber}
        </Button>
      )}
    </article>
  );
}

/** The number as a link that the system's telephone program dials. */
function DialLink({ promise }: Pick<PromiseLine, 'promise'>) {
  const digits = promise.phone ?? promise.phoneRaw.replace(/[^\d+]/g, '');
  return (
    <a className="promiseCall" href={`tel:${digits}`}>
      <IconPhoneOutgoing size="1.25rem" stroke={1.75} aria-hidden />
      <Phone phone={promise.phone} raw={promise.phoneRaw} />
    </a>
  );
}

function PromiseActs({ line }: { readonly line: PromiseLine }) {
  const { t, i18n } = useTexts();
  const { operator } = useSession();
  const { promise } = line;
  const [cancelling, setCancelling] = useState(false);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (!mayRun(operator.role, 'promise.keep')) return null;
  const run = async (commands: Commands) => {
    if (busy) return;
    setBusy(true);
    const answer = await call('command.submit', { action: mint(), commands, consumes: [] });
    setBusy(false);
    setProblem(answer.ok ? null : answer.error);
  };
  const of = { promise: promise.id };
  const isMine = promise.owner === operator.id;
  const pass = { ...of, from: promise.owner, to: isMine ? null : operator.id };
  return (
    <>
      <div className="recordActions">
        <Button aria-busy={busy} onClick={() => void run([{ kind: 'promise.keep', payload: of }])}>
          {t('promise:keep')}
        </Button>
        <Button
          variant="default"
          aria-busy={busy}
          onClick={() => void run([{ kind: 'promise.tried', payload: of }])}
        >
          {t('promise:try')}
        </Button>
        <Button
          variant="default"
          aria-busy={busy}
          onClick={() => void run([{ kind: 'promise.pass', payload: pass }])}
        >
          {t(isMine ? 'promise:leave' : 'promise:take')}
        </Button>
        <Button variant="subtle" aria-expanded={cancelling} onClick={() => setCancelling(!cancelling)}>
          {t('promise:cancel')}
        </Button>
      </div>
      {cancelling && (
        <form
          className="promiseCancel"
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim() !== '')
              void run([{ kind: 'promise.cancel', payload: { ...of, reason: reason.trim() } }]);
          }}
        >
          <Textarea
            label={t('promise:cancel.reason')}
            value={reason}
            maxLength={PROMISE_TEXT}
            autosize
            autoFocus
            required
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" aria-busy={busy}>
            {t('promise:cancel.confirm')}
          </Button>
        </form>
      )}
      {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
    </>
  );
}
