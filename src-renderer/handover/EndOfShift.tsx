import { Button, Checkbox, Modal } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { v7 as mint } from 'uuid';
import { recognisePhone } from '../../src-shared/applicant/phone.ts';
import { OperatorId } from '../../src-shared/brand.ts';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import type { PromiseLine } from '../../src-shared/promise/queries.ts';
import { drafts } from '../call/acts.ts';
import type { OpenCall } from '../call/openCall.ts';
import { useCalls } from '../call/store.ts';
import { call as ask } from '../ipc.ts';
import { DueMark } from '../promise/DueMark.tsx';
import { mayRun, useSession } from '../session/useSession.ts';
import type { Choice } from '../ui/choice.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { Phone } from '../ui/Phone.tsx';
import { problemText } from '../ui/problemText.ts';
import { SearchSelect } from '../ui/SearchSelect.tsx';
import { searchWords } from '../ui/searchWords.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { handCards } from './hand.ts';
import { useLeaving } from './store.ts';
import './handover.css';

/** Value of the choice "the shift": whoever comes first. */
const SHIFT = 'shift';

/** The way out: at once with nothing unfinished, else over a list of what is. */
export function EndOfShift() {
  const leaving = useLeaving((state) => state.leaving);
  return leaving ? <Leaving /> : null;
}

function Leaving() {
  const { operator, signOut } = useSession();
  const cards = useCalls((state) => state.calls).filter((call) => call.paper === null);
  const { value, problem } = useQuery('promise.list', {}, { records: ['promise'] });
  const promises = (value?.open ?? []).filter(({ promise }) => promise.owner === operator.id);
  const isKnown = value !== undefined || problem !== null;
  const isClear = isKnown && cards.length === 0 && promises.length === 0;
  const left = useRef(false);
  const leave = useCallback(async () => {
    if (left.current) return;
    left.current = true;
    drafts.flush();
    if (mayRun(operator.role, 'duty.change')) {
      const off = { kind: 'duty.change', payload: { state: 'off', reason: null } };
      await ask('command.submit', { action: mint(), commands: [off], consumes: [] });
    }
    useLeaving.setState({ leaving: false });
    signOut();
  }, [operator.role, signOut]);
  useEffect(() => {
    if (isClear) void leave();
  }, [isClear, leave]);
  if (!isKnown || isClear) return null;
  return <Pack cards={cards} promises={promises} onLeave={() => void leave()} />;
}

interface PackProps {
  readonly cards: readonly OpenCall[];
  readonly promises: readonly PromiseLine[];
  readonly onLeave: () => void;
}

/** All that is unfinished in one list; Enter hands it to the shift and leads out. */
function Pack({ cards, promises, onLeave }: PackProps) {
  const { t, i18n } = useTexts();
  const { operator } = useSession();
  const { value: people } = useQuery('operator.list', {}, { records: ['operator'] });
  const { value: sync } = useQuery('sync.status', {}, { events: ['sync.changed'] });
  const [kept, setKept] = useState<readonly string[]>([]);
  const [to, setTo] = useState(SHIFT);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const hand = useRef<HTMLButtonElement>(null);
  useEffect(() => hand.current?.focus(), []);
  const colleagues = (people?.operators ?? []).filter(
    (one) => one.active && one.id !== operator.id && mayRun(one.role, 'draft.accept'),
  );
  const choices: Choice[] = [
    { value: SHIFT, label: t('handover:to.shift') },
    ...colleagues.map((one) => ({ value: one.id, label: one.name, path: t(`role:${one.role}`) })),
  ];
  const find = searchWords(
    choices.map((choice) => ({ item: choice, name: choice.label, words: [], group: '' })),
  );
  const isHanded = (id: string) => !kept.includes(id);
  const turn = (id: string) => setKept(isHanded(id) ? [...kept, id] : kept.filter((one) => one !== id));
  const close = () => useLeaving.setState({ leaving: false });
  const handAll = async () => {
    if (busy) return;
    setBusy(true);
    const receiver = to === SHIFT ? null : to;
    const notHanded = await handCards(
      cards.filter(({ id }) => isHanded(id)),
      receiver,
    );
    const trouble =
      notHanded ??
      (await passPromises(
        promises.filter(({ promise }) => isHanded(promise.id)),
        operator.id,
        receiver,
      ));
    setBusy(false);
    if (trouble === null) onLeave();
    else setProblem(trouble);
  };
  return (
    <Modal
      opened
      onClose={close}
      title={t('handover:title')}
      size="34rem"
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <div className="pack">
        <span className="soft">{t('handover:text')}</span>
        {cards.length > 0 && (
          <section>
            <h3>{t('handover:cards', { count: cards.length })}</h3>
            <ul className="packList">
              {cards.map((card) => (
                <li key={card.id}>
                  <Checkbox
                    checked={isHanded(card.id)}
                    onChange={() => turn(card.id)}
                    label={<CardName card={card} />}
                  />
                </li>
              ))}
            </ul>
          </section>
        )}
        {promises.length > 0 && (
          <section>
            <h3>{t('handover:promises', { count: promises.length })}</h3>
            <ul className="packList">
              {promises.map(({ promise }) => (
                <li key={promise.id}>
                  <Checkbox
                    checked={isHanded(promise.id)}
                    onChange={() => turn(promise.id)}
                    label={
                      <span className="packName">
                        <DueMark dueAt={promise.dueAt} now={Date.now()} />
                        <span>{promise.name || <Phone phone={promise.phone} raw={promise.phoneRaw} />}</span>
                      </span>
                    }
                  />
                </li>
              ))}
            </ul>
          </section>
        )}
        <SearchSelect
          label={t('handover:to')}
          value={to}
          chosen={choices.find((choice) => choice.value === to) ?? null}
          find={find}
          onChange={(value) => setTo(value === '' ? SHIFT : value)}
        />
        {sync && sync.state !== 'connected' && <NoticeBar>{t('handover:offline')}</NoticeBar>}
        {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
        <div className="packWays">
          <Button variant="subtle" onClick={close}>
            {t('handover:stay')}
          </Button>
          <Button variant="default" onClick={onLeave}>
            {t('handover:leave')}
          </Button>
          <Button ref={hand} aria-busy={busy} onClick={() => void handAll()} data-autofocus>
            {t('handover:hand')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

function CardName({ card }: { readonly card: OpenCall }) {
  const format = useFormat();
  return (
    <span className="tabular">
      {format.moment(card.startedAt, Date.now())}
      {' · '}
      <Phone phone={recognisePhone(card.phoneRaw)?.e164 ?? null} raw={card.phoneRaw.trim()} />
    </span>
  );
}

async function passPromises(
  promises: readonly PromiseLine[],
  from: string,
  to: string | null,
): Promise<Problem | null> {
  if (promises.length === 0) return null;
  const commands = promises.map(({ promise }) => ({
    kind: 'promise.pass',
    payload: { promise: promise.id, from: OperatorId.parse(from), to },
  }));
  const answer = await ask('command.submit', { action: mint(), commands, consumes: [] });
  return answer.ok ? null : answer.error;
}
