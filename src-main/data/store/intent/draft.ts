import { toEpochMs } from '../../../../src-shared/clock.ts';
import type { Draft, DraftSave } from '../../../../src-shared/draft/model.ts';
import type { Database } from '../open.ts';

/** A past copy is made when the last one is this old, in milliseconds. */
const PAST_EVERY_MS = 30_000;
/** Or when the text has changed in length by this many characters. */
const PAST_EVERY_CHARACTERS = 200;
/** Past copies kept of one field. */
const PAST_KEPT = 50;

interface Row {
  owner: string;
  call: string;
  field: string;
  text: string;
  rev: number;
  saved_at: string;
}

/** A draft that came from elsewhere: its field may be one that only a newer build knows. */
interface HandedDraft {
  readonly call: string;
  readonly field: string;
  readonly text: string;
  readonly rev: number;
}

type Key = [owner: string, call: string, field: string];

/** Unfinished text by operator, call and field. Never leaves the workstation. */
export function draftStore(db: Database) {
  const get = db.prepare<Key, { text: string; rev: number; saved_at: string }>(
    'SELECT text, rev, saved_at FROM draft WHERE owner = ? AND call = ? AND field = ?',
  );
  const put = db.prepare(
    `INSERT INTO draft (owner, call, field, text, rev, saved_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (owner, call, field) DO UPDATE SET text = excluded.text, rev = excluded.rev, saved_at = excluded.saved_at,
       consumed_at = NULL WHERE excluded.rev > draft.rev`,
  );
  const lastPast = db.prepare<Key, { length: number; saved_at: string }>(
    `SELECT length(text) AS length, saved_at FROM draft_past WHERE owner = ? AND call = ? AND field = ?
     ORDER BY rev DESC LIMIT 1`,
  );
  const putPast = db.prepare(
    'INSERT INTO draft_past (owner, call, field, rev, text, saved_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const trimPast = db.prepare(
    `DELETE FROM draft_past WHERE owner = @owner AND call = @call AND field = @field AND rev <= (
       SELECT rev FROM draft_past WHERE owner = @owner AND call = @call AND field = @field ORDER BY rev DESC LIMIT 1 OFFSET ${PAST_KEPT})`,
  );
  const past = db.prepare<Key, { rev: number; text: string; saved_at: string }>(
    'SELECT rev, text, saved_at FROM draft_past WHERE owner = ? AND call = ? AND field = ? ORDER BY rev DESC',
  );
  const unfinished = db.prepare<[string], Row>(
    `SELECT owner, call, field, text, rev, saved_at FROM draft WHERE owner = ? AND consumed_at IS NULL
     ORDER BY call, field`,
  );
  const others = db
    .prepare<[string], number>(
      "SELECT count(*) FROM (SELECT DISTINCT owner, call FROM draft WHERE owner <> ? AND consumed_at IS NULL AND field <> 'correction')",
    )
    .pluck();
  const consume = db.prepare(
    `UPDATE draft SET consumed_at = @at WHERE owner = @owner AND call = @call AND (@field IS NULL OR field = @field)
       AND consumed_at IS NULL`,
  );
  const prunePast = db.prepare(
    `DELETE FROM draft_past WHERE (owner, call, field) IN
       (SELECT owner, call, field FROM draft WHERE consumed_at IS NOT NULL AND consumed_at < ?)`,
  );
  const pruneSent = db.prepare("DELETE FROM draft WHERE field = 'correction' AND text = ''");
  const prune = db.prepare('DELETE FROM draft WHERE consumed_at IS NOT NULL AND consumed_at < ?');

  function copyPast(owner: string, save: DraftSave): void {
    // The steps back are a history already.
    if (save.field === 'undo') return;
    const key: Key = [owner, save.call, save.field];
    const outgoing = get.get(...key);
    if (outgoing === undefined || outgoing.text === '' || outgoing.rev >= save.rev) return;
    const last = lastPast.get(...key);
    const age = last === undefined ? PAST_EVERY_MS : toEpochMs(outgoing.saved_at) - toEpochMs(last.saved_at);
    const grown = Math.abs(outgoing.text.length - (last?.length ?? 0));
    // A select-all-and-type leaves less than half of the text: exactly what must be undoable.
    const cut = save.text.length * 2 < outgoing.text.length;
    if (age < PAST_EVERY_MS && grown < PAST_EVERY_CHARACTERS && !cut) return;
    putPast.run(...key, outgoing.rev, outgoing.text, outgoing.saved_at);
    trimPast.run({ owner, call: save.call, field: save.field });
  }

  return {
    /**
     * Keeps a field's text unless a newer revision is already here.
     * @returns what is stored after it: revision and moment of its commit
     */
    save(owner: string, save: DraftSave, at: string): { readonly rev: number; readonly savedAt: string } {
      copyPast(owner, save);
      put.run(owner, save.call, save.field, save.text, save.rev, at);
      const stored = get.get(owner, save.call, save.field);
      return { rev: stored?.rev ?? save.rev, savedAt: stored?.saved_at ?? at };
    },
    /** A field as another workstation kept it, whatever part of a card it is. */
    put(owner: string, { call, field, text, rev }: HandedDraft, at: string): void {
      put.run(owner, call, field, text, rev, at);
    },
    /** The newest revision kept here; 0 for none. */
    revOf: (owner: string, call: string, field: string): number => get.get(owner, call, field)?.rev ?? 0,
    /** Earlier texts of a field, newest first. */
    past: (owner: string, call: string, field: string) => past.all(owner, call, field),
    /** An operator's drafts that no act has completed. */
    unfinished: (owner: string): Draft[] =>
      unfinished.all(owner).map(({ saved_at, ...row }) => ({ ...row, savedAt: saved_at }) as Draft),
    /** How many calls of other operators wait here. */
    countOfOthers: (owner: string): number => others.get(owner) ?? 0,
    /** Marks drafts as completed by an act; `field` null means every field of the call. */
    consume: (owner: string, call: string, field: string | null, at: string): void =>
      void consume.run({ at, owner, call, field }),
    /** Forgets drafts completed before an instant, with their past copies. */
    prune(before: string): void {
      pruneSent.run();
      prunePast.run(before);
      prune.run(before);
    },
  };
}
