import { Button, Modal, NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import { PAPER_MOST, type PaperBlank } from '../../src-shared/paper/model.ts';
import { call } from '../ipc.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { PrintSheet } from '../ui/PrintSheet.tsx';
import { problemText } from '../ui/problemText.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { BlankSheet } from './BlankSheet.tsx';
import { EnterForm } from './EnterForm.tsx';
import { usePaper } from './store.ts';
import './paper.css';

/** Paper blanks: print them ahead of an outage, enter them afterwards, account for the spoilt ones. */
export function PaperDialog() {
  const { t, i18n } = useTexts();
  const opened = usePaper((state) => state.opened);
  const { show } = usePaper.getState();
  const { value, reload } = useQuery('paper.list', opened ? {} : null, { records: ['appeal'] });
  const [number, setNumber] = useState('');
  const [printed, setPrinted] = useState<readonly string[] | null>(null);
  const [spoilt, setSpoilt] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (!opened) return null;
  const open = (value?.blanks ?? []).filter((blank) => blank.state === 'open');
  const mark = async (blank: string, isSpoilt: boolean) => {
    const answer = await call('paper.spoil', { number: blank, spoilt: isSpoilt });
    setProblem(answer.ok ? null : answer.error);
    setSpoilt(answer.ok && isSpoilt ? blank : null);
    reload();
  };
  return (
    <Modal
      opened
      size="44rem"
      onClose={() => show(false)}
      title={t('paper:title')}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <div className="people">
        <PrintForm
          onTaken={(numbers) => {
            setPrinted(numbers);
            reload();
          }}
          onProblem={setProblem}
        />
        <EnterForm number={number} onNumber={setNumber} onEntered={() => show(false)} />
        {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
        {spoilt && (
          <NoticeBar
            action={
              <Button size="compact-sm" variant="subtle" onClick={() => void mark(spoilt, false)}>
                {t('paper:spoil.undo')}
              </Button>
            }
          >
            {t('paper:spoil.done', { number: spoilt })}
          </NoticeBar>
        )}
        <OpenBlanks
          blanks={open}
          onChoose={setNumber}
          onSpoil={(blank) => void mark(blank.number, true)}
          onPrint={() => setPrinted(open.map((blank) => blank.number).sort())}
        />
      </div>
      {printed && (
        <PrintSheet onDone={() => setPrinted(null)}>
          {printed.map((one) => (
            <BlankSheet key={one} number={one} />
          ))}
        </PrintSheet>
      )}
    </Modal>
  );
}

interface PrintFormProps {
  readonly onTaken: (numbers: readonly string[]) => void;
  readonly onProblem: (problem: Problem | null) => void;
}

function PrintForm({ onTaken, onProblem }: PrintFormProps) {
  const { t } = useTexts();
  const [count, setCount] = useState<number | string>(10);
  const [busy, setBusy] = useState(false);
  const wanted = Number(count);
  const isPossible = Number.isInteger(wanted) && wanted >= 1 && wanted <= PAPER_MOST;
  const take = async () => {
    if (busy || !isPossible) return;
    setBusy(true);
    const answer = await call('paper.take', { count: wanted });
    setBusy(false);
    onProblem(answer.ok ? null : answer.error);
    if (answer.ok) onTaken(answer.value.numbers);
  };
  return (
    <form
      className="paperPart"
      onSubmit={(event) => {
        event.preventDefault();
        void take();
      }}
    >
      <h2>{t('paper:print')}</h2>
      <span className="soft small">{t('paper:print.text')}</span>
      <div className="paperLine">
        <NumberInput
          label={t('paper:print.count')}
          value={count}
          min={1}
          max={PAPER_MOST}
          allowDecimal={false}
          onChange={setCount}
        />
        <Button type="submit" variant="default" aria-busy={busy} disabled={!isPossible}>
          {t('paper:print.button')}
        </Button>
      </div>
    </form>
  );
}

interface OpenBlanksProps {
  readonly blanks: readonly PaperBlank[];
  readonly onChoose: (number: string) => void;
  readonly onSpoil: (blank: PaperBlank) => void;
  readonly onPrint: () => void;
}

function OpenBlanks({ blanks, onChoose, onSpoil, onPrint }: OpenBlanksProps) {
  const { t } = useTexts();
  const format = useFormat();
  if (blanks.length === 0) return <span className="soft">{t('paper:open.none')}</span>;
  const now = Date.now();
  return (
    <section className="paperPart" aria-label={t('paper:open', { count: blanks.length })}>
      <div className="paperHead">
        <h2>{t('paper:open', { count: blanks.length })}</h2>
        <Button variant="subtle" size="compact-sm" onClick={onPrint}>
          {t('paper:again')}
        </Button>
      </div>
      <span className="soft small">{t('paper:spoil.text')}</span>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling list must be reachable by keyboard */}
      <ul className="paperList" tabIndex={0}>
        {blanks.map((blank) => (
          <li key={blank.number}>
            <Button
              variant="subtle"
              size="compact-md"
              aria-label={t('paper:choose', { number: blank.number })}
              onClick={() => onChoose(blank.number)}
            >
              <span className="tabular">{blank.number}</span>
            </Button>
            <span className="soft small clip">
              {t('paper:printed', {
                time: format.moment(blank.printedAt, now),
                name: blank.printedByName,
              })}
            </span>
            <Button
              variant="subtle"
              size="compact-sm"
              color="gray"
              aria-label={t('paper:spoil.label', { number: blank.number })}
              onClick={() => onSpoil(blank)}
            >
              {t('paper:spoil')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
