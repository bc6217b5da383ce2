import type { Command } from '../../../../src-shared/command/envelope.ts';
import type { WaitingCommand } from '../journal/entry.ts';
import type { OutboxChanges } from '../journal/journal.ts';

/** Notes what a transaction does to the outbox, so that it can be told once it is on disk, and never before. */
export interface ChangeNotes {
  added(given: WaitingCommand): void;
  /** A command never sent got other bytes. */
  changed(given: WaitingCommand): void;
  /** A number of the own series was given. */
  own(year: number, last: number): void;
  settled(command: Command): void;
  replaced(): void;
  /** What was noted since the last time; forgets it. */
  take(): OutboxChanges;
}

export function changeNotes(): ChangeNotes {
  let added: WaitingCommand[] = [];
  let changed: WaitingCommand[] = [];
  let own: { year: number; last: number }[] = [];
  let settled: OutboxChanges['settled'] = null;
  let isReplaced = false;
  return {
    added: (given) => void added.push(given),
    changed: (given) => void changed.push(given),
    own: (year, last) => void own.push({ year, last }),
    settled({ client, seq }) {
      settled = { client, seq: Math.max(settled?.seq ?? 0, seq), count: (settled?.count ?? 0) + 1 };
    },
    replaced() {
      isReplaced = true;
    },
    take() {
      const taken: OutboxChanges = { added, changed, own, settled, isReplaced };
      added = [];
      changed = [];
      own = [];
      settled = null;
      isReplaced = false;
      return taken;
    },
  };
}
