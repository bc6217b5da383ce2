/** What is known when a call comes in and a sound might be played. */
export interface RingMoment {
  /** The sound was not turned off. */
  readonly isWanted: boolean;
  /** A call to us rings and its line was not put away. */
  readonly rings: boolean;
  /** Somebody talks: a card is open by hand, the line has an answered call, or the headset is off the hook. */
  readonly isTalking: boolean;
}

/** Whether the incoming call is heard. Never while somebody talks: the second caller is told by their line on the screen alone. */
export function isHeard({ isWanted, rings, isTalking }: RingMoment): boolean {
  return isWanted && rings && !isTalking;
}

/** Something that can play sound, as the system names it. */
export interface SoundOutput {
  readonly id: string;
  readonly label: string;
}

/** Names of the system's own choice among the outputs, by their reserved ids. */
const SYSTEM_CHOICES: readonly string[] = ['default', 'communications'];

/** Outputs that can be chosen, each name once. */
export function outputsToChoose(outputs: readonly SoundOutput[]): SoundOutput[] {
  return outputs.filter(
    ({ id, label }, at) =>
      label !== '' &&
      !SYSTEM_CHOICES.includes(id) &&
      outputs.findIndex((other) => other.label === label && !SYSTEM_CHOICES.includes(other.id)) === at,
  );
}

/**
 * Where a call rings. Kept by name: the ids are different at every start.
 * @param chosen the name of the output; empty: whatever the system uses
 * @returns the id to play on, empty for the system's; null when the chosen one is not there, and nothing else takes its place, for it
 * might be the headset
 */
export function ringOutput(outputs: readonly SoundOutput[], chosen: string): string | null {
  if (chosen === '') return '';
  return outputsToChoose(outputs).find(({ label }) => label === chosen)?.id ?? null;
}
