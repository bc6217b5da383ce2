import type { z } from 'zod';
import type {
  Browse,
  BrowseInput,
  BrowseWanted,
  Figure,
  FigureInput,
} from '../../../src-shared/appeal/browse.ts';
import type { Appeal } from '../../../src-shared/appeal/model.ts';
import type { AppealLine } from '../../../src-shared/appeal/queries.ts';
import type { Desk } from '../desk.ts';
import { appealLines } from './appeal.ts';
import type { InFlight } from './delivery.ts';
import { operatorNames } from './names.ts';
import { type Selection, selectAppeals } from './selectAppeals.ts';
import type { Breathe } from './stepSort.ts';

/** Work in one go, then everybody else has a turn, in milliseconds. */
const STEP_MS = 4;
/** An impatient question is answered after so long with what is there. */
const MOMENT_MS = 40;

/** The full list: the one that is looked at stays made, page after page. */
export interface Browser {
  browse(me: string, input: z.output<typeof BrowseInput>): Promise<Browse>;
  figure(me: string, input: z.output<typeof FigureInput>): Promise<Figure>;
  /** All of a list, in its order, for an export. */
  all(me: string, wanted: BrowseWanted): Promise<readonly number[]>;
}

interface Made {
  readonly key: string;
  readonly found: readonly number[];
  /** Null when it was given up. */
  readonly whole: Promise<Selection | null>;
  readonly state: { selection: Selection | null; isGivenUp: boolean };
}

export function createBrowser(desk: Desk, inFlight: InFlight): Browser {
  let now: Made | null = null;

  function make(me: string, wanted: BrowseWanted, key: string): Made {
    const found: number[] = [];
    const state: Made['state'] = { selection: null, isGivenUp: false };
    const pauses = breathing(desk);
    // A list nobody waits for any more ends at its next breath.
    const breathe = () => (state.isGivenUp ? Promise.reject(new GivenUp()) : pauses());
    const whole = selectAppeals({ desk, me, wanted, by: null, breathe, found }).then(
      (selection) => {
        state.selection = selection;
        return selection;
      },
      (error: unknown) => {
        if (error instanceof GivenUp) return null;
        if (now?.state === state) now = null;
        throw error;
      },
    );
    // Whoever waits is told as well; an impatient question has been answered before.
    whole.catch((error: unknown) => desk.log.error({ err: error }, 'list of appeals: could not be made'));
    return { key, found, whole, state };
  }

  function current(me: string, wanted: BrowseWanted, isAnew: boolean): Made {
    const key = JSON.stringify([me, wanted]);
    if (now !== null && now.key === key && !isAnew) return now;
    if (now !== null) now.state.isGivenUp = true;
    now = make(me, wanted, key);
    return now;
  }

  return {
    async browse(me, { wanted, from, limit, around, isAnew, isPatient }) {
      let made = current(me, wanted, isAnew);
      const isInOrder = wanted.order === 'newest' || wanted.order === 'oldest';
      if (isPatient) {
        // Given up for one made anew by the same list: that one is as good.
        for (let whole = await made.whole; whole === null; whole = await made.whole)
          made = current(me, wanted, false);
      } else if (made.state.selection === null && !(isInOrder && made.found.length >= from + limit))
        await Promise.race([made.whole, pause(desk, MOMENT_MS)]);
      const rows = made.state.selection?.rows ?? (isInOrder ? made.found : []);
      const start = around === null ? from : startAround(desk, rows, around, from);
      return {
        from: start,
        lines: linesAt(desk, inFlight, rows.slice(start, start + limit)),
        total: made.state.selection?.rows.length ?? null,
        found: made.found.length,
      };
    },
    async figure(me, { wanted, by }) {
      const { rows, counts } = await selectAppeals({
        ...{ desk, me, wanted: { ...wanted, order: 'newest' }, by, found: [], breathe: breathing(desk) },
      });
      const nameOf = operatorNames(desk);
      const parts = [...counts].map(([code, count]) => ({
        code,
        name: by === 'assignee' && code !== '' ? nameOf(code) : null,
        count,
      }));
      parts.sort((a, b) =>
        by === 'month' ? (a.code < b.code ? -1 : 1) : b.count - a.count || (a.code < b.code ? -1 : 1),
      );
      return { total: rows.length, parts };
    },
    async all(me, wanted) {
      const made = { ...{ desk, me, wanted, by: null, found: [], breathe: breathing(desk) } };
      return (await selectAppeals(made)).rows;
    },
  };
}

/** Nobody waits for it any more. */
class GivenUp extends Error {}

/** Lets others have their turn whenever a step has taken its time. */
export function breathing(desk: Desk): Breathe {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < STEP_MS) return;
    await pause(desk, 0);
    began = performance.now();
  };
}

function pause(desk: Desk, ms: number): Promise<null> {
  return new Promise((resolve) => void desk.timers.after(ms, () => resolve(null)));
}

function startAround(
  desk: Desk,
  rows: readonly number[],
  { appeal, before }: { readonly appeal: string; readonly before: number },
  otherwise: number,
): number {
  const row = desk.stores.records.appealRow.rowOf(appeal);
  const at = row === undefined ? -1 : rows.indexOf(row);
  return at === -1 ? otherwise : Math.max(0, at - before);
}

/** Lines of the list; null for what has gone meanwhile. */
function linesAt(desk: Desk, inFlight: InFlight, rows: readonly number[]): (AppealLine | null)[] {
  const appeals = rows.map((row) => {
    const doc = desk.stores.records.appealRow.docAt(row);
    return doc === undefined ? null : (JSON.parse(doc) as Appeal);
  });
  const lines = appealLines(
    desk,
    inFlight,
    appeals.filter((appeal) => appeal !== null),
  );
  let next = 0;
  return appeals.map((appeal) => (appeal === null ? null : (lines[next++] ?? null)));
}
