import type { InputOf } from '../../src-shared/ipc/contract.ts';
import type { QuestionWay } from '../../src-shared/question/model.ts';
import type { OpenCall } from '../call/openCall.ts';

type SubmittedCommand = InputOf<'command.submit'>['commands'][number];

/** What goes with the end of a call whose last search found nothing and which no article answered. */
export function unansweredCommands(call: OpenCall): SubmittedCommand[] {
  const { unanswered, article } = call.consultation;
  if (unanswered === null || article !== '') return [];
  return [asking(call, unanswered.id, unanswered.text, 'search')];
}

/** A question of a call for the editors, with the topic and place of its card. */
export function asking(
  { id, paper, consultation: { topic, district } }: OpenCall,
  question: string,
  text: string,
  way: QuestionWay,
): SubmittedCommand {
  const payload = { question, text, topic, district, call: paper === null ? id : null, way };
  return { kind: 'question.ask', payload };
}
