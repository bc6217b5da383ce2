import { Button, Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ForwardChannel } from '../../src-shared/appeal/model.ts';
import { authorityName } from '../../src-shared/catalog/authority.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import type { OwedAnswer, OwingBody } from '../../src-shared/term/queries.ts';
import { useAct } from '../appeal/useAct.ts';
import { CommandKey } from '../frame/CommandKey.tsx';
import { openAppeal } from '../frame/openAppeal.ts';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { ChoiceRow } from '../ui/ChoiceRow.tsx';
import { UrgentMark } from '../ui/Marks.tsx';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { TermMark } from './TermMark.tsx';

/** Commands of one act; more answers of one body are reminded of in the next. */
const MOST = 200;

/** What one body owes, and one reminder of it all: each appeal gets its line, the body one call. */
export function OwedRecord({ body }: { readonly body: OwingBody }) {
  const { t } = useTexts();
  const language = useLanguage();
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const [round, setRound] = useState(0);
  const chosen = body.answers.filter(({ execution }) => !skipped.has(execution)).slice(0, MOST);
  const toggle = (execution: string) => {
    const next = new Set(skipped);
    if (!next.delete(execution)) next.add(execution);
    setSkipped(next);
  };
  return (
    <div className="record">
      <h2>{authorityName(body.authority, language)}</h2>
      <ul className="owedList">
        {body.answers.map((answer) => (
          <Owed
            key={answer.execution}
            answer={answer}
            isChosen={!skipped.has(answer.execution)}
            onToggle={() => toggle(answer.execution)}
          />
        ))}
      </ul>
      {/* A reminder once recorded is another act the next time. */}
      <Remind key={round} chosen={chosen} onDone={() => setRound(round + 1)} />
      {round > 0 && <p role="status">{t('term:owed.done')}</p>}
    </div>
  );
}

interface OwedProps {
  readonly answer: OwedAnswer;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function Owed({ answer, isChosen, onToggle }: OwedProps) {
  const { t } = useTexts();
  const format = useFormat();
  const language = useLanguage();
  const { appeal, number, topic, urgent, due, reminders, remindedAt } = answer;
  return (
    <li className="owedLine">
      <Checkbox checked={isChosen} aria-label={t('term:owed.choose', { number })} onChange={onToggle} />
      <div>
        <span className="owedHead">
          <button type="button" className="callerAct tabular" onClick={() => openAppeal('all', appeal)}>
            {number}
          </button>
          <TermMark due={due} status="forwarded" />
          {urgent && <UrgentMark />}
        </span>
        <span className="small soft">
          {topicName(topic, language)}
          {remindedAt !== null &&
            ` · ${t('term:owed.reminded', { count: reminders, time: format.moment(remindedAt, Date.now()) })}`}
        </span>
      </div>
    </li>
  );
}

interface RemindProps {
  readonly chosen: readonly OwedAnswer[];
  readonly onDone: () => void;
}

function Remind({ chosen, onDone }: RemindProps) {
  const { t, i18n } = useTexts();
  const [channel, setChannel] = useState<ForwardChannel>('phone');
  const [note, setNote] = useState('');
  const { busy, problem, run } = useAct(onDone);
  const remind = () =>
    void run(
      chosen.map(({ appeal, execution }) => ({
        kind: 'execution.contact',
        payload: { appeal, execution, kind: 'reminder', channel, to: null, note: note.trim() },
      })),
    );
  useWindowCommand('complete', chosen.length > 0 && !busy ? remind : null);
  return (
    <form
      className="owedForm"
      aria-label={t('term:owed.remind.form')}
      onSubmit={(event) => event.preventDefault()}
    >
      <ChoiceRow
        label={t('appeal:forward.channel')}
        name="remindBy"
        value={channel}
        choices={ForwardChannel.options.map((value) => ({ value, label: t(`appeal:channel.${value}`) }))}
        onChange={setChannel}
      />
      <Textarea
        label={t('term:owed.note')}
        value={note}
        maxLength={1000}
        autosize
        minRows={2}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {problem !== null && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
      <Button
        disabled={chosen.length === 0 || busy}
        rightSection={<CommandKey command="complete" />}
        onClick={remind}
      >
        {t('term:owed.remind', { count: chosen.length })}
      </Button>
    </form>
  );
}
