import { Button, Checkbox, Modal, NumberInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { PRACTICE_MINUTES } from '../../src-shared/practice/begin.ts';
import type { StationLine } from '../../src-shared/workstation/queries.ts';
import { DialogButtons } from '../appeal/AssignDialog.tsx';
import { useAct } from '../appeal/useAct.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useTexts } from '../useTexts.ts';

interface BeginDialogProps {
  readonly stations: readonly StationLine[];
  readonly onClose: () => void;
}

/** A lead chooses who practises an outage, and for how long. */
export function BeginDialog({ stations, onClose }: BeginDialogProps) {
  const { t, i18n } = useTexts();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [minutes, setMinutes] = useState<number | string>(15);
  const [tried, setTried] = useState(false);
  const act = useAct(() => {
    notifications.show({
      message: t('practice:begun'),
      closeButtonProps: { 'aria-label': t('frame:close') },
    });
    onClose();
  });
  const free = stations.filter((station) => station.active && station.practiceUntil === null);
  const length = Number(minutes);
  const isLong = length >= PRACTICE_MINUTES.least && length <= PRACTICE_MINUTES.most;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (chosen.length === 0 || !isLong || !Number.isInteger(length)) return;
    void act.run([{ kind: 'practice.begin', payload: { workstations: chosen, minutes: length } }]);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('practice:begin')}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <form className="people" onSubmit={submit}>
        <span className="soft">{t('practice:begin.text')}</span>
        <Checkbox.Group
          label={t('practice:begin.stations')}
          value={[...chosen]}
          error={tried && chosen.length === 0 ? t('practice:begin.none') : undefined}
          onChange={setChosen}
        >
          <div className="stationChoices">
            {free.map((station) => (
              <Checkbox key={station.workstation} value={station.workstation} label={station.name} />
            ))}
          </div>
        </Checkbox.Group>
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => setChosen(free.map((station) => station.workstation))}
        >
          {t('practice:begin.all')}
        </Button>
        <NumberInput
          label={t('practice:begin.minutes')}
          value={minutes}
          min={PRACTICE_MINUTES.least}
          max={PRACTICE_MINUTES.most}
          step={5}
          allowDecimal={false}
          onChange={setMinutes}
        />
        {act.problem && <NoticeBar tone="danger">{problemText(i18n, act.problem)}</NoticeBar>}
        <DialogButtons label={t('practice:begin.confirm')} busy={act.busy} onCancel={onClose} />
      </form>
    </Modal>
  );
}
