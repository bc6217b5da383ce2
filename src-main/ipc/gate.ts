import { type ChannelName, contract, MAX_INPUT_CHARACTERS } from '../../src-shared/ipc/contract.ts';

/** Why a call never reached its handler. These are defects or attacks, not answers: the caller's promise rejects with the word. */
export type GateRefusal = 'sender' | 'size' | 'shape';

export type GateResult =
  | { readonly ok: true; readonly input: unknown }
  | { readonly ok: false; readonly refusal: GateRefusal };

/**
 * Judges one call before anything is done with it: who asks, how much it is, what shape it has. Pure.
 * @returns the input as the contract's schema parsed it
 */
export function passGate(name: ChannelName, args: readonly unknown[], isTrusted: boolean): GateResult {
  if (!isTrusted) return { ok: false, refusal: 'sender' };
  if (args.length !== 1) return { ok: false, refusal: 'shape' };
  const length = charactersOf(args[0]);
  if (length === null) return { ok: false, refusal: 'shape' };
  if (length > MAX_INPUT_CHARACTERS) return { ok: false, refusal: 'size' };
  const parsed = contract[name].input.safeParse(args[0]);
  return parsed.success ? { ok: true, input: parsed.data } : { ok: false, refusal: 'shape' };
}

function charactersOf(input: unknown): number | null {
  try {
    return JSON.stringify(input)?.length ?? null;
  } catch {
    // A cycle or a BigInt, which no channel takes.
    return null;
  }
}
