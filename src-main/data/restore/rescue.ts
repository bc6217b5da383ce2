import type { ParsedInputOf } from '../../../src-shared/ipc/contract.ts';
import { contract } from '../../../src-shared/ipc/contract.ts';
import type { Answer } from '../../../src-shared/ipc/envelope.ts';
import { err, ok } from '../../../src-shared/result.ts';
import { namedError, StoreError } from '../store/error.ts';
import { lookAtDamage, type RestoreOptions, restoreStore } from './restore.ts';

/** Channels that are answered while the store is damaged, and only then. */
export const RESCUE_CHANNELS = ['store.damage', 'store.restore'] as const;
type RescueChannel = (typeof RESCUE_CHANNELS)[number];

/** Answers for a store that could not be opened: what is left of it, and the way back. Never rejects. */
export function rescue(options: RestoreOptions, name: string, input: unknown): Answer<unknown> {
  const channel = RESCUE_CHANNELS.find((known) => known === name);
  if (channel === undefined) return err({ code: 'dataProcessGone', data: {} });
  const parsed = contract[channel].input.safeParse(input);
  if (!parsed.success) return err({ code: 'invalidInput', data: { channel } });
  try {
    return ok(answer(options, channel, parsed.data));
  } catch (error) {
    const named = namedError(error, options.dir);
    options.log.error({ err: named, channel }, 'rescue failed, nothing changed');
    return named instanceof StoreError
      ? err({ code: named.code, data: { ...named.data } })
      : err({ code: 'internal', data: {} });
  }
}

function answer(options: RestoreOptions, channel: RescueChannel, input: unknown): unknown {
  if (channel === 'store.damage') return lookAtDamage(options);
  // Parsed by this very channel's schema.
  return restoreStore(options, (input as ParsedInputOf<'store.restore'>).backup);
}
