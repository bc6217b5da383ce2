import type { Announcement } from '../../src-shared/announcement/model.ts';
import type { InputOf } from '../../src-shared/ipc/contract.ts';
import type { OpenCall } from '../call/openCall.ts';
import { finishCommand, noteCommands, submission } from '../call/submission.ts';

type Submission = InputOf<'command.submit'>;

/** What a telling counts as. */
export interface CountedAs {
  readonly topic: string;
  readonly district: string;
}

function tellCommand(
  call: OpenCall,
  { id, title, body }: Announcement,
  consultation: string,
  counted: CountedAs,
): Submission['commands'][number] {
  const said = [title, body].filter((part) => part !== '').join('\n');
  return {
    kind: 'announcement.tell',
    payload: { announcement: id, call: call.id, consultation, ...counted, said },
  };
}

/** The caller was told what is announced: notes, the telling, end of the call. Identities are those of the consultation it counts as. */
export function tellSubmission(call: OpenCall, announcement: Announcement, counted: CountedAs): Submission {
  const { id, action } = call.consultation;
  return submission(call, action, [
    ...noteCommands(call),
    tellCommand(call, announcement, id, counted),
    finishCommand(call, null),
  ]);
}

/** The same telling while the call and its card go on. */
export function tellAsideSubmission(
  call: OpenCall,
  announcement: Announcement,
  consultation: string,
  counted: CountedAs,
): Submission {
  const commands = [tellCommand(call, announcement, consultation, counted)];
  return { action: consultation, commands, consumes: [] } as Submission;
}
