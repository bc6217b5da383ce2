import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { v7 as mint } from 'uuid';
import type { CallerWho } from '../../src-shared/applicant/queries.ts';
import { PhoneMarkKind } from '../../src-shared/phone/model.ts';
import { useAct } from '../appeal/useAct.ts';
import { ChoiceRow } from '../ui/ChoiceRow.tsx';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useTexts } from '../useTexts.ts';
import './applicant.css';

interface PhoneMarkingProps {
  readonly phone: string;
  readonly mark: CallerWho['mark'];
}

/** Whether a number says who is calling: set once, in force everywhere until somebody takes it away. */
export function PhoneMarking({ phone, mark }: PhoneMarkingProps) {
  const [asking, setAsking] = useState(false);
  if (mark !== null) return <Marked key={mark.id} phone={phone} mark={mark} />;
  return <Unmarked key={phone} phone={phone} asking={asking} onAsk={setAsking} />;
}

function Marked({ phone, mark }: { readonly phone: string; readonly mark: NonNullable<CallerWho['mark']> }) {
  const { t, i18n } = useTexts();
  const { busy, problem, run } = useAct(() => undefined);
  const { kind, note, id } = mark;
  const shared = note === '' ? t('caller:mark.shared.plain') : t('caller:mark.shared.explained', { note });
  return (
    <>
      <p className="callerNote" role="status">
        {kind === 'shared' ? shared : t('caller:mark.withheld.explained')}
      </p>
      {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
      <button
        type="button"
        className="callerAct"
        disabled={busy}
        onClick={() => void run([{ kind: 'phone.mark', payload: { mark: id, phone, kind: null, note: '' } }])}
      >
        {t('caller:mark.off')}
      </button>
    </>
  );
}

interface UnmarkedProps {
  readonly phone: string;
  readonly asking: boolean;
  readonly onAsk: (asking: boolean) => void;
}

function Unmarked({ phone, asking, onAsk }: UnmarkedProps) {
  const { t, i18n } = useTexts();
  const [kind, setKind] = useState<PhoneMarkKind>('shared');
  const [note, setNote] = useState('');
  const [mark] = useState(() => mint());
  const { busy, problem, run } = useAct(() => onAsk(false));
  if (!asking) {
    return (
      <button type="button" className="callerAct" onClick={() => onAsk(true)}>
        {t('caller:mark.set')}
      </button>
    );
  }
  const save = () => void run([{ kind: 'phone.mark', payload: { mark, phone, kind, note } }]);
  return (
    <form
      className="callerMark"
      aria-label={t('caller:mark.title')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <ChoiceRow
        label={t('caller:mark.title')}
        name={`mark-${mark}`}
        value={kind}
        choices={PhoneMarkKind.options.map((value) => ({ value, label: t(`caller:mark.${value}`) }))}
        onChange={setKind}
      />
      <TextInput
        label={t('caller:mark.note')}
        placeholder={t('caller:mark.note.hint')}
        value={note}
        maxLength={200}
        data-autofocus
        autoComplete="off"
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
      <span className="callerAppealActs">
        <Button type="submit" size="xs" loading={busy}>
          {t('caller:mark.save')}
        </Button>
        <Button size="xs" variant="default" onClick={() => onAsk(false)}>
          {t('caller:mark.cancel')}
        </Button>
      </span>
    </form>
  );
}
