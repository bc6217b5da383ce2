import { z } from 'zod';
import { AppealId, ExecutionId, ResponseId } from '../brand.ts';
import { hasResult } from '../catalog/classifier.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { type RecordWrite, write } from '../record/model.ts';
import { Closing } from './course.ts';
import { mayDo, statusAfter } from './life.ts';
import { MOST_PARTS, owesAnswer, partRefs } from './parts.ts';

/** Result by facet 9 of a decision by articles 5, 7, 8 and 17: no body has to have answered. */
const BY_ARTICLE: ReadonlySet<string> = new Set(['9.4', '9.6']);

/**
 * The end of an appeal is decided: result by the classifier, and the same in honest words. Not before every body has answered, but for
 * what is returned or not considered by the law. It stays on control until control staff take it off.
 */
export const appealClose = defineCommand({
  kind: 'appeal.close',
  v: 1,
  payload: z.strictObject({
    appeal: AppealId,
    /** All parts of the appeal that were seen. */
    executions: z.array(ExecutionId).max(MOST_PARTS),
    result: Closing.shape.result,
    ending: Closing.shape.ending,
    answer: Closing.shape.answer,
    response: ResponseId.nullable(),
    promisedFor: Closing.shape.promisedFor,
  }),
  mayRun: [...mayDo('appeal.close')],
  refusals: [
    'appeal_unknown',
    'appeal_over',
    'result_unknown',
    'answers_missing',
    'response_missing',
    'promise_day_required',
  ],
  needsNumber: false,
  reads: partRefs,
  decide(view, payload, { command, at }) {
    const appeal = view.get('appeal', payload.appeal);
    if (!appeal) return refuse('appeal_unknown');
    const { number } = appeal;
    const { executions, result, ending, answer, response, promisedFor } = payload;
    if (!hasResult(result)) return refuse('result_unknown', { result });
    // Whatever can end by an article of the law alone is not over.
    if (statusAfter('appeal.close:byArticle', appeal.status) === null)
      return refuse('appeal_over', { number, status: appeal.status });
    const isByArticle = BY_ARTICLE.has(result);
    const status = statusAfter(isByArticle ? 'appeal.close:byArticle' : 'appeal.close', appeal.status);
    const parts = executions
      .flatMap((id) => view.get('execution', id) ?? [])
      .filter((part) => part.appeal === appeal.id);
    const known = new Set<string>(parts.map(({ id }) => id));
    const unseen = appeal.forwardings.filter(
      ({ execution }) => execution !== undefined && !known.has(execution),
    );
    const isOwed = unseen.length > 0 || parts.some(owesAnswer);
    if (status === null || (isOwed && !isByArticle)) return refuse('answers_missing', { number });
    const said = parts.flatMap(({ responses }) => responses);
    if (response !== null && !said.some(({ id }) => id === response))
      return refuse('response_missing', { number });
    if (ending === 'promised' && promisedFor === undefined) return refuse('promise_day_required');
    const closing: Closing = {
      result,
      ending,
      answer,
      response,
      ...(promisedFor === undefined ? {} : { promisedFor }),
      at,
      by: command.actor,
    };
    const accepted: RecordWrite[] = parts
      .filter(({ state }) => state === 'answered')
      .map((part) => write('execution', { ...part, state: 'accepted' }));
    return {
      ok: true,
      writes: [write('appeal', { ...appeal, status, closing }), ...accepted],
      subject: { type: 'appeal', id: appeal.id },
      data: { number, result, ending },
    };
  },
});
