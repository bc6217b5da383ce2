import { Button } from '@mantine/core';
import type { AppealDetail } from '../../src-shared/appeal/queries.ts';
import { applicantName } from '../../src-shared/applicant/model.ts';
import { CommandKey } from '../frame/CommandKey.tsx';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { mayRun, useSession } from '../session/useSession.ts';
import { useTexts } from '../useTexts.ts';
import { usePromises } from './store.ts';

/** Promises a call back about an appeal: to its applicant, by one key. */
export function PromiseButton({ detail }: { readonly detail: AppealDetail }) {
  const { t } = useTexts();
  const { operator } = useSession();
  const allowed = mayRun(operator.role, 'promise.make');
  const { appeal, applicant } = detail;
  const make = () =>
    usePromises.getState().make({
      phoneRaw: applicant?.phone ?? '',
      name: applicant ? applicantName(applicant) : '',
      call: null,
      appeal: appeal.id,
      applicant: appeal.applicant,
    });
  useWindowCommand('promise', allowed ? make : null);
  if (!allowed) return null;
  return (
    <Button variant="default" onClick={make} rightSection={<CommandKey command="promise" />}>
      {t('promise:make')}
    </Button>
  );
}
