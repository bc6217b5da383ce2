import { Button } from '@mantine/core';
import { IconAlertTriangleFilled, IconPhoneCall } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { SERVICE_OF } from '../../src-shared/danger/model.ts';
import type { OpenCall } from '../call/openCall.ts';
import { CommandKey } from '../frame/CommandKey.tsx';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { dismissDanger, tellDanger } from './answerDanger.ts';
import { type OpenDanger, openDangers } from './openDangers.ts';
import './danger.css';

/** Under the notes when they tell of danger to life: what to read aloud, whom to ring, one key when it is said. Takes no focus. */
export function DangerPanel({ call }: { readonly call: OpenCall }) {
  const [first, ...others] = useMemo(() => openDangers(call), [call]);
  return (
    <>
      <ToldLines call={call} />
      {first && <Open key={first.kind} call={call.id} danger={first} others={others} />}
    </>
  );
}

interface OpenProps {
  readonly call: string;
  readonly danger: OpenDanger;
  /** Asked about after this one. */
  readonly others: readonly OpenDanger[];
}

function Open({ call, danger, others }: OpenProps) {
  const { t } = useTexts();
  const [isSending, setSending] = useState(false);
  const [isTroubled, setTroubled] = useState(false);
  const tell = () => {
    if (isSending) return;
    setSending(true);
    void tellDanger(call, danger).then((isKept) => {
      setSending(false);
      setTroubled(!isKept);
    });
  };
  useWindowCommand('tellDanger', tell);
  return (
    <section className="pane dangerPanel" aria-label={t('danger:title')}>
      <div className="dangerHead" role="alert">
        <IconAlertTriangleFilled size="1.25rem" aria-hidden />
        <h2>{t(`danger:kind.${danger.kind}`)}</h2>
        <span className="dangerService tabular">
          <IconPhoneCall size="1.125rem" stroke={1.75} aria-hidden /> {SERVICE_OF[danger.kind]}
        </span>
      </div>
      <p className="small soft dangerLine">
        {danger.line.map(({ text, told }, place) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place in the line
          told ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
        )}
      </p>
      <p className="small soft">{t('danger:aloud')}</p>
      <p className="dangerSay" role="status">
        {t(`danger:say.${danger.kind}`)}
      </p>
      {isTroubled && (
        <p className="small dangerTrouble" role="alert">
          {t('danger:notKept')}
        </p>
      )}
      <div className="dangerActs">
        <Button
          size="compact-md"
          color="danger"
          onClick={tell}
          aria-busy={isSending}
          aria-disabled={isSending}
          rightSection={<CommandKey command="tellDanger" />}
        >
          {t('danger:tell')}
        </Button>
        <Button
          size="compact-md"
          variant="default"
          aria-disabled={isSending}
          onClick={() => isSending || dismissDanger(call, danger.kind)}
        >
          {t('danger:dismiss')}
        </Button>
        {others.length > 0 && (
          <span className="small soft">
            {t('danger:then', { kinds: others.map(({ kind }) => t(`danger:kind.${kind}`)).join(', ') })}
          </span>
        )}
      </div>
    </section>
  );
}

/** What the caller was told already, in one quiet line each. */
function ToldLines({ call }: { readonly call: OpenCall }) {
  const { t } = useTexts();
  const format = useFormat();
  return call.dangers.map(({ kind, toldAt }) =>
    toldAt === null ? null : (
      <p key={kind} className="pane small dangerTold" role="status">
        <IconPhoneCall size="1.125rem" stroke={1.75} aria-hidden />
        <span>{t('danger:told', { service: SERVICE_OF[kind], time: format.time(toldAt) })}</span>
      </p>
    ),
  );
}
