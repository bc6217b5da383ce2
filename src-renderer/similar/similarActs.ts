import { v7 as mint } from 'uuid';
import { topicName } from '../../src-shared/catalog/topic.ts';
import type { Language } from '../../src-shared/settings/model.ts';
import type { SimilarLine } from '../../src-shared/similar/queries.ts';
import { act, changeAppeal, newestOf } from '../call/acts.ts';
import type { OpenCall } from '../call/openCall.ts';
import { useCalls } from '../call/store.ts';
import { joinSubmission } from '../call/submission.ts';
import { call as ask } from '../ipc.ts';

/** Makes the appeal that is being typed part of a shared problem; null takes it out again. */
export function putToProblem(call: OpenCall, problem: string | null): void {
  changeAppeal(call.id, { problem });
}

/** Opens a shared problem with an appeal that is there already, and puts the one being typed to it. */
export async function openProblem(call: OpenCall, line: SimilarLine, language: Language): Promise<void> {
  const problem = mint();
  const { place } = line;
  const where = [place.street || place.settlement, place.building].filter(Boolean).join(', ');
  const title = `${topicName(call.appeal.topic, language)}: ${where}`.slice(0, 200);
  const { topic } = call.appeal;
  const answer = await ask('command.submit', {
    action: mint(),
    commands: [
      { kind: 'problem.open', payload: { problem, title, topic, place } },
      { kind: 'problem.attach', payload: { appeal: line.id, from: line.problem, to: problem } },
    ],
    consumes: [],
  });
  if (answer.ok) putToProblem(call, problem);
  else useCalls.setState((state) => ({ problems: { ...state.problems, [call.id]: answer.error } }));
}

/** Ends the call as a further applicant of an appeal that is there already, with a receipt of their own. */
export function joinAppeal(call: OpenCall, line: SimilarLine): void {
  void act(call.id, joinSubmission(newestOf(call), line.id), (output) => {
    const joined = output.commands.find(({ kind }) => kind === 'appeal.join');
    useCalls.setState({
      result: {
        kind: 'appeal',
        call: call.id,
        appeal: line.id,
        number: joined?.number ?? null,
        urgent: false,
        topic: call.appeal.topic,
      },
    });
  });
}
