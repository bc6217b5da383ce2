import data from './bodies.json' with { type: 'json' };

/** Whom to send a caller to with a matter that is not for this centre. */
export interface CompetentBody {
  readonly id: string;
  readonly uk: string;
  readonly ru: string;
  readonly en: string;
  /** Empty where no number helps. */
  readonly phone: string;
  readonly hours: { readonly uk: string; readonly ru: string; readonly en: string };
}

/** The bodies in the order they are offered. */
export const competentBodies: readonly CompetentBody[] = data.bodies;

/** A body by its id. */
export function competentBody(id: string): CompetentBody | undefined {
  return competentBodies.find((body) => body.id === id);
}
