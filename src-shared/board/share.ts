/** Who gives an appeal, and who has it after that; null is nobody. */
export interface Move {
  readonly appeal: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** An open appeal that is to go to somebody else. */
export interface Shared {
  readonly appeal: string;
  readonly assignee: string | null;
}

/**
 * Shares appeals out, in their order: each goes to whoever then has the least open work, of equals to the one named first. What one of the
 * receivers has already stays there.
 * @param holds open appeals each receiver has now
 */
export function shareOut(
  appeals: readonly Shared[],
  receivers: readonly (string | null)[],
  holds: (receiver: string | null) => number,
): Move[] {
  const loads = receivers.map((receiver) => ({ receiver, load: holds(receiver) }));
  const moves: Move[] = [];
  for (const { appeal, assignee } of appeals) {
    if (receivers.includes(assignee)) continue;
    const least = loads.reduce<(typeof loads)[number] | null>(
      (best, one) => (best === null || one.load < best.load ? one : best),
      null,
    );
    if (least === null) return moves;
    least.load += 1;
    moves.push({ appeal, from: assignee, to: least.receiver });
  }
  return moves;
}

/** What takes moves back. Only what is still where it went can be given back; the rule of `appeal.assign` watches over that. */
export function takenBack(moves: readonly Move[]): Move[] {
  return moves.map(({ appeal, from, to }) => ({ appeal, from: to, to: from }));
}
