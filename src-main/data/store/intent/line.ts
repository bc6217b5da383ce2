import { TrackedCall } from '../../../../src-shared/telephony/call.ts';
import type { Database } from '../open.ts';

/** The feed of the telephone line as it is set on this workstation. */
export interface LineFeedSetting {
  readonly isOn: boolean;
  readonly port: number;
  readonly own: string | null;
  /** 256 random bits; whoever has it may tell of calls. */
  readonly token: string;
}

interface FeedRow {
  is_on: number;
  port: number;
  own: string | null;
  token: string;
}

/** What this workstation knows of the telephone line: the setting of its feed, and calls until their records hold all of them. */
export function lineStore(db: Database) {
  const feed = db.prepare<[], FeedRow>('SELECT is_on, port, own, token FROM line_feed');
  const setFeed = db.prepare(
    `INSERT INTO line_feed (only, is_on, port, own, token) VALUES (1, ?, ?, ?, ?)
     ON CONFLICT (only) DO UPDATE SET is_on = excluded.is_on, port = excluded.port, own = excluded.own, token = excluded.token`,
  );
  const calls = db.prepare<[], string>('SELECT state FROM line_call ORDER BY n').pluck();
  const put = db.prepare(
    `INSERT INTO line_call (id, state, changed_at) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, changed_at = excluded.changed_at`,
  );
  const remove = db.prepare('DELETE FROM line_call WHERE id = ?');

  return {
    /** Null until the feed was set for the first time. */
    feed(): LineFeedSetting | null {
      const row = feed.get();
      if (row === undefined) return null;
      return { isOn: row.is_on === 1, port: row.port, own: row.own, token: row.token };
    },
    setFeed: ({ isOn, port, own, token }: LineFeedSetting): void =>
      void setFeed.run(isOn ? 1 : 0, port, own, token),
    /** In the order in which they were first heard of; what an older build cannot read is left where it is. */
    calls: (): TrackedCall[] =>
      calls.all().flatMap((state) => TrackedCall.safeParse(JSON.parse(state)).data ?? []),
    put: (call: TrackedCall): void => void put.run(call.id, JSON.stringify(call), call.changedAt),
    remove: (id: string): void => void remove.run(id),
  };
}
