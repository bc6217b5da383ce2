import type { DraftSave } from '../../src-shared/draft/model.ts';
import type { Answer } from '../../src-shared/ipc/envelope.ts';

/** Milliseconds of pause after which a change is sent. */
const PAUSE_MS = 100;
/** Longest wait while somebody types without a pause. */
const LONGEST_WAIT_MS = 200;
/** After this long without an answer the text counts as not saved and is sent again. */
const NO_ANSWER_MS = 1000;

export type DraftField = DraftSave['field'];

/** How safe the text of one call is. */
export interface SaveState {
  /** Instant of the latest commit; null before the first. */
  readonly savedAt: string | null;
  /** Something typed has not been confirmed yet. */
  readonly pending: boolean;
  /** It has not been confirmed for a second, or the answer was no. */
  readonly troubled: boolean;
}

interface Draft {
  readonly call: string;
  readonly field: DraftField;
  readonly text: string;
  readonly rev: number;
}

interface Door {
  /** `draft.save`. */
  save(draft: Draft): Promise<Answer<{ rev: number; savedAt: string }>>;
  onState(call: string, state: SaveState): void;
}

interface Slot {
  text: string;
  rev: number;
  sentRev: number;
  savedRev: number;
  /** When the oldest change not yet sent was made. */
  dirtySince: number | null;
  troubled: boolean;
  sendTimer: ReturnType<typeof setTimeout> | undefined;
  watchTimer: ReturnType<typeof setTimeout> | undefined;
}

export interface DraftKeeper {
  /** A field changed; it is sent after a pause, at the latest 200 ms after the first change. */
  change(call: string, field: DraftField, text: string): void;
  /** Sends everything unsaved at once. */
  flush(): void;
  /** Nothing of this call is sent until `resume`: an act is consuming it. */
  hold(call: string): void;
  resume(call: string): void;
  /** The call is done; nothing of it is sent any more. */
  forget(call: string): void;
  /** A field as it was read back, so that its revisions go on rising. */
  restored(draft: Draft, savedAt: string): void;
}

/**
 * Keeps unfinished text on disk: every change gets a higher revision, is sent until it is confirmed and only then called
 * saved. An older revision that arrives late is refused by the store, so sending twice is harmless.
 */
export function createDraftKeeper(door: Door): DraftKeeper {
  const calls = new Map<string, { slots: Map<DraftField, Slot>; held: boolean; savedAt: string | null }>();

  function callOf(id: string) {
    const known = calls.get(id) ?? { slots: new Map<DraftField, Slot>(), held: false, savedAt: null };
    calls.set(id, known);
    return known;
  }

  function tell(id: string): void {
    const known = calls.get(id);
    if (!known) return;
    const slots = [...known.slots.values()];
    door.onState(id, {
      savedAt: known.savedAt,
      pending: slots.some((slot) => slot.savedRev < slot.rev),
      troubled: slots.some((slot) => slot.troubled),
    });
  }

  async function send(id: string, field: DraftField, slot: Slot): Promise<void> {
    clearTimeout(slot.sendTimer);
    slot.dirtySince = null;
    const known = calls.get(id);
    if (!known || known.held || slot.savedRev >= slot.rev) return;
    slot.sentRev = slot.rev;
    const { text, rev } = slot;
    watch(id, field, slot);
    const answer = await door.save({ call: id, field, text, rev });
    if (calls.get(id) !== known) return;
    if (answer.ok) {
      slot.savedRev = Math.max(slot.savedRev, answer.value.rev);
      known.savedAt = answer.value.savedAt;
      if (slot.savedRev >= slot.rev) {
        clearTimeout(slot.watchTimer);
        slot.watchTimer = undefined;
        slot.troubled = false;
      }
    } else {
      slot.troubled = true;
    }
    tell(id);
  }

  /** Runs while something is unconfirmed: every second says so and sends the newest text again. */
  function watch(id: string, field: DraftField, slot: Slot): void {
    if (slot.watchTimer !== undefined) return;
    slot.watchTimer = setTimeout(() => {
      slot.watchTimer = undefined;
      if (slot.savedRev >= slot.rev || !calls.has(id)) return;
      slot.troubled = true;
      tell(id);
      void send(id, field, slot);
    }, NO_ANSWER_MS);
  }

  function sendAll(id: string): void {
    const known = calls.get(id);
    if (!known) return;
    for (const [field, slot] of known.slots) {
      if (slot.savedRev < slot.rev) void send(id, field, slot);
    }
  }

  return {
    change(id, field, text) {
      const { slots } = callOf(id);
      const slot = slots.get(field) ?? emptySlot();
      slots.set(field, slot);
      if (slot.rev > 0 && slot.text === text) return;
      slot.text = text;
      slot.rev += 1;
      slot.dirtySince ??= Date.now();
      clearTimeout(slot.sendTimer);
      const latest = slot.dirtySince + LONGEST_WAIT_MS - Date.now();
      slot.sendTimer = setTimeout(() => void send(id, field, slot), Math.max(0, Math.min(PAUSE_MS, latest)));
      tell(id);
    },
    flush() {
      for (const id of calls.keys()) sendAll(id);
    },
    hold(id) {
      callOf(id).held = true;
    },
    resume(id) {
      callOf(id).held = false;
      sendAll(id);
    },
    forget(id) {
      const known = calls.get(id);
      calls.delete(id);
      for (const slot of known?.slots.values() ?? []) {
        clearTimeout(slot.sendTimer);
        clearTimeout(slot.watchTimer);
      }
    },
    restored(draft, savedAt) {
      const known = callOf(draft.call);
      const slot = emptySlot();
      slot.text = draft.text;
      slot.rev = slot.sentRev = slot.savedRev = draft.rev;
      known.slots.set(draft.field, slot);
      if (known.savedAt === null || savedAt > known.savedAt) known.savedAt = savedAt;
      tell(draft.call);
    },
  };
}

function emptySlot(): Slot {
  return {
    text: '',
    rev: 0,
    sentRev: 0,
    savedRev: 0,
    dirtySince: null,
    troubled: false,
    sendTimer: undefined,
    watchTimer: undefined,
  };
}
