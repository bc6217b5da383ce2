import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraftKeeper, type SaveState } from '../../../../src-renderer/call/draftKeeper.ts';
import type { Answer } from '../../../../src-shared/ipc/envelope.ts';

type Saved = Answer<{ rev: number; savedAt: string }>;
interface Sent {
  readonly text: string;
  readonly rev: number;
  readonly at: number;
  answer(saved: Saved): void;
}

/** A door that notes what is sent and when; each save is answered by the test. */
function aKeeper() {
  const sent: Sent[] = [];
  const states: SaveState[] = [];
  const keeper = createDraftKeeper({
    save: ({ text, rev }) =>
      new Promise<Saved>((resolve) => {
        sent.push({ text, rev, at: Date.now(), answer: resolve });
      }),
    onState: (_call, state) => states.push(state),
  });
  return { keeper, sent, state: () => states.at(-1) };
}

const saved = (rev: number): Saved => ({ ok: true, value: { rev, savedAt: '2026-11-25T12:02:07.000Z' } });

describe('the keeper of drafts', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('sends no later than 200 ms after a change, however fast somebody types', async () => {
    const { keeper, sent } = aKeeper();
    const begun = Date.now();
    for (let letter = 1; letter <= 30; letter += 1) {
      keeper.change('call', 'notes', 'а'.repeat(letter));
      await vi.advanceTimersByTimeAsync(30);
    }
    await vi.advanceTimersByTimeAsync(200);
    const typedAt = (rev: number) => begun + (rev - 1) * 30;
    for (let rev = 1; rev <= 30; rev += 1) {
      const first = sent.find((save) => save.rev >= rev);
      expect((first?.at ?? Number.POSITIVE_INFINITY) - typedAt(rev)).toBeLessThanOrEqual(200);
    }
    expect(sent.length).toBeLessThan(15);
  });

  it('calls it saved only after the answer to the newest text', async () => {
    const { keeper, sent, state } = aKeeper();
    keeper.change('call', 'notes', 'перше');
    await vi.advanceTimersByTimeAsync(100);
    keeper.change('call', 'notes', 'перше й друге');
    sent[0]?.answer(saved(1));
    await vi.advanceTimersByTimeAsync(0);
    expect(state()).toMatchObject({ pending: true });
    await vi.advanceTimersByTimeAsync(100);
    sent[1]?.answer(saved(2));
    await vi.advanceTimersByTimeAsync(0);
    expect(state()).toMatchObject({ pending: false, savedAt: '2026-11-25T12:02:07.000Z' });
  });

  it('says after a second that nothing was confirmed, and sends again until it is', async () => {
    const { keeper, sent, state } = aKeeper();
    keeper.change('call', 'notes', 'слова');
    await vi.advanceTimersByTimeAsync(1099);
    expect(state()).toMatchObject({ troubled: false });
    await vi.advanceTimersByTimeAsync(1);
    expect(state()).toMatchObject({ troubled: true, pending: true });
    expect(sent.map(({ text }) => text)).toEqual(['слова', 'слова']);
    sent[1]?.answer(saved(1));
    await vi.advanceTimersByTimeAsync(0);
    expect(state()).toMatchObject({ troubled: false, pending: false });
  });

  it('sends nothing of a call while an act consumes it, and everything if the act is refused', async () => {
    const { keeper, sent } = aKeeper();
    keeper.change('call', 'notes', 'слова');
    keeper.hold('call');
    await vi.advanceTimersByTimeAsync(500);
    expect(sent).toEqual([]);
    keeper.resume('call');
    expect(sent.map(({ text }) => text)).toEqual(['слова']);
  });

  it('forgets a finished call: nothing of it comes back as a draft', async () => {
    const { keeper, sent } = aKeeper();
    keeper.change('call', 'notes', 'слова');
    keeper.forget('call');
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent).toEqual([]);
  });

  it('goes on with higher revisions after a restart', async () => {
    const { keeper, sent } = aKeeper();
    keeper.restored({ call: 'call', field: 'notes', text: 'було', rev: 41 }, '2026-11-25T12:00:00.000Z');
    keeper.change('call', 'notes', 'було й стало');
    await vi.advanceTimersByTimeAsync(100);
    expect(sent.map(({ rev }) => rev)).toEqual([42]);
  });
});
