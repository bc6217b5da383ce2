import type { OutputOf, ParsedInputOf } from '../../../src-shared/ipc/contract.ts';
import type { Answer } from '../../../src-shared/ipc/envelope.ts';
import { err, ok } from '../../../src-shared/result.ts';
import { type HandlerParts, signedIn } from '../handlerParts.ts';
import type { RangeSource } from '../sync/range.ts';
import { attach } from './attach.ts';
import { createFileKeeper, dropKept } from './keep.ts';
import { listAttachments } from './list.ts';
import { saveCopy } from './save.ts';

const UNKNOWN = err({ code: 'fileNotHere', data: { name: '' } });

/** What concerns the files of appeals. Paths come from main, where a person chose them; the window never names one. */
export function attachmentHandlers(parts: HandlerParts) {
  const { desk, sync } = parts;
  const { intent } = desk.stores;
  const keeper = createFileKeeper(desk);
  const attachmentOf = (id: string) => desk.stores.records.record.get('attachment', id);
  return {
    'attachment.list': (input: ParsedInputOf<'attachment.list'>) =>
      signedIn(parts, () => ok({ files: listAttachments(desk, input.appeal) })),
    'attachment.add': async (
      input: ParsedInputOf<'attachment.add'>,
    ): Promise<Answer<Record<string, never>>> => {
      const session = signedIn(parts, (current) => ok(current));
      if (!session.ok) return session;
      const enrolment = intent.enrolment.get();
      if (enrolment === null) return err({ code: 'notEnrolled', data: {} });
      const attached = await attach(desk, session.value, enrolment, input);
      if (!attached.ok) return attached;
      parts.recordsChanged(attached.value.changed);
      sync.announce();
      sync.trigger();
      return ok({});
    },
    'attachment.piece': async (
      input: ParsedInputOf<'attachment.piece'>,
    ): Promise<Answer<OutputOf<'attachment.piece'>>> => {
      const session = signedIn(parts, (current) => ok(current));
      if (!session.ok) return session;
      const kept = await keeper.piece(input);
      return kept.ok ? ok({ file: kept.value }) : kept;
    },
    'attachment.drop': (input: ParsedInputOf<'attachment.drop'>) =>
      signedIn(parts, () => {
        dropKept(desk, input.hash);
        return ok({});
      }),
    'attachment.facts': (input: ParsedInputOf<'attachment.facts'>) =>
      signedIn(parts, () => {
        const attachment = attachmentOf(input.attachment);
        return attachment === undefined ? UNKNOWN : ok({ name: attachment.file.name });
      }),
    'attachment.write': async (
      input: ParsedInputOf<'attachment.write'>,
    ): Promise<Answer<Record<string, never>>> => {
      const attachment = signedIn(parts, () => ok(attachmentOf(input.attachment)));
      if (!attachment.ok) return attachment;
      const source = centreOf(parts);
      if (attachment.value === undefined || source === null) return UNKNOWN;
      return await saveCopy(desk, source, attachment.value, input.path);
    },
  };
}

function centreOf({ desk, transport, requestMs }: HandlerParts): RangeSource | null {
  const enrolment = desk.stores.intent.enrolment.get();
  if (enrolment === null) return null;
  const bearer = `${enrolment.workstation}.${enrolment.secret}`;
  return { transport, server: enrolment.server, bearer, timeoutMs: requestMs, timers: desk.timers };
}
