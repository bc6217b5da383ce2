import { Button } from '@mantine/core';
import { useState } from 'react';
import { EnrolForm } from '../session/EnrolForm.tsx';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';

/** The centre does not know this workstation: after a restore there it is connected again as the one it was. */
export function PairAgain() {
  const { t } = useTexts();
  const [opened, setOpened] = useState(false);
  const { value: state } = useQuery('workstation.state', {});
  if (!state?.enrolment) return null;
  const { server, workstationName: name } = state.enrolment;
  return (
    <>
      <NoticeBar tone="warn">{t('sync:pairAgain.text')}</NoticeBar>
      {opened ? (
        <EnrolForm initial={{ server, name }} onDone={() => setOpened(false)} />
      ) : (
        <Button variant="default" onClick={() => setOpened(true)}>
          {t('sync:pairAgain')}
        </Button>
      )}
    </>
  );
}
