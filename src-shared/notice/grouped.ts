import type { Notice } from './model.ts';

/** More notices of one kind than this are told in one message. */
export const FEW_NOTICES = 3;

/** Notices as they are told: each for itself while they are few, else all of a kind at once. */
export interface ToldNotices {
  readonly single: readonly Notice[];
  readonly many: readonly { readonly kind: Notice['kind']; readonly notices: readonly Notice[] }[];
}

/** Forty appeals given by one act are one message, not forty; what else happened beside them is still told for itself. */
export function groupNotices(notices: readonly Notice[]): ToldNotices {
  const kinds = [...new Set(notices.map(({ kind }) => kind))];
  const groups = kinds.map((kind) => ({ kind, notices: notices.filter((one) => one.kind === kind) }));
  const isMany = (group: (typeof groups)[number]) => group.notices.length > FEW_NOTICES;
  const many = groups.filter(isMany);
  return { single: notices.filter(({ kind }) => !many.some((group) => group.kind === kind)), many };
}
