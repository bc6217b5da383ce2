import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { PracticeLine } from '../../src-shared/practice/queries.ts';
import { DialogButtons } from '../appeal/AssignDialog.tsx';
import { useAct } from '../appeal/useAct.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { PrintSheet } from '../ui/PrintSheet.tsx';
import { problemText } from '../ui/problemText.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { ReportTable, reportSentence } from './ReportTable.tsx';

/** Practised outages with their reports, the newest open. */
export function PracticeReports() {
  const { t } = useTexts();
  const { value } = useQuery('practice.list', {}, { records: ['practice', 'workstation'] });
  if (!value) return null;
  return (
    <section aria-label={t('practice:reports')}>
      <h2>{t('practice:reports')}</h2>
      {value.practices.length === 0 && <p className="soft">{t('practice:reports.empty')}</p>}
      {value.practices.map((practice, index) => (
        <Report key={practice.id} practice={practice} isOpen={index === 0} />
      ))}
    </section>
  );
}

function Report({ practice, isOpen }: { readonly practice: PracticeLine; readonly isOpen: boolean }) {
  const { t } = useTexts();
  const format = useFormat();
  const [printing, setPrinting] = useState(false);
  const [calling, setCalling] = useState(false);
  const { beganAt, endsAt, calledOffAt, byName, running } = practice;
  const title = t('practice:line', {
    time: format.moment(beganAt, Date.now()),
    minutes: Math.round((Date.parse(endsAt) - Date.parse(beganAt)) / 60_000),
    name: byName,
  });
  const state =
    calledOffAt !== null
      ? t('practice:state.calledOff', { time: format.time(calledOffAt) })
      : running
        ? t('practice:state.running', { time: format.time(endsAt) })
        : t('practice:state.over');
  return (
    <details className="practiceReport" open={isOpen}>
      <summary>
        {title} · {state}
      </summary>
      <p>{reportSentence(t, practice)}</p>
      <div className="tableScroll">
        <ReportTable practice={practice} />
      </div>
      <div className="recordActions">
        <Button variant="default" size="compact-md" onClick={() => setPrinting(true)}>
          {t('practice:print')}
        </Button>
        {running && (
          <Button variant="default" size="compact-md" onClick={() => setCalling(true)}>
            {t('practice:callOff')}
          </Button>
        )}
      </div>
      {calling && <CallOffDialog practice={practice} onClose={() => setCalling(false)} />}
      {printing && (
        <PrintSheet onDone={() => setPrinting(false)}>
          <h1>{t('practice:report')}</h1>
          <p>
            {title} · {state}
          </p>
          <p>{reportSentence(t, practice)}</p>
          <ReportTable practice={practice} />
        </PrintSheet>
      )}
    </details>
  );
}

function CallOffDialog({
  practice,
  onClose,
}: {
  readonly practice: PracticeLine;
  readonly onClose: () => void;
}) {
  const { t, i18n } = useTexts();
  const act = useAct(onClose);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('practice:callOff')}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <form
        className="people"
        onSubmit={(event) => {
          event.preventDefault();
          void act.run([{ kind: 'practice.callOff', payload: { practice: practice.id } }]);
        }}
      >
        <span>{t('practice:callOff.text')}</span>
        {act.problem && <NoticeBar tone="danger">{problemText(i18n, act.problem)}</NoticeBar>}
        <DialogButtons label={t('practice:callOff')} busy={act.busy} onCancel={onClose} />
      </form>
    </Modal>
  );
}
