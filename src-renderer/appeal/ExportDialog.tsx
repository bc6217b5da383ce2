import { Button, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { BrowseWanted } from '../../src-shared/appeal/browse.ts';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import { call } from '../ipc.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useTexts } from '../useTexts.ts';

interface ExportDialogProps {
  readonly wanted: BrowseWanted;
  /** How many appeals the list has; null while they are being counted. */
  readonly total: number | null;
  readonly onClose: () => void;
}

/** Says what the file will hold before it is made, and how many there are in it afterwards. */
export function ExportDialog({ wanted, total, onClose }: ExportDialogProps) {
  const { t, i18n } = useTexts();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async () => {
    setBusy(true);
    setProblem(null);
    const answer = await call('appeal.export', { wanted });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.error);
    if (!answer.value.saved) return;
    onClose();
    const { rows, name } = answer.value;
    notifications.show({ message: t('appeal:export.done', { count: rows, name }) });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('appeal:export.title')}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <div className="correction">
        <p className="exportSays">
          {total === null ? t('appeal:export.counting') : t('appeal:export.says', { count: total })}
        </p>
        <p className="exportSays soft small">{t('appeal:export.without')}</p>
        {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
        <div className="dialogButtons">
          <Button variant="default" onClick={onClose}>
            {t('appeal:export.cancel')}
          </Button>
          <Button data-autofocus loading={busy} disabled={total === null} onClick={() => void save()}>
            {t('appeal:export.save')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
