import data from './authorities.json' with { type: 'json' };

/** A language of the interface. */
export type CatalogLanguage = 'uk' | 'ru' | 'en';

/** A body that answers appeals, from the directory of the centre. */
export interface Authority {
  readonly id: string;
  readonly uk: string;
  readonly ru: string;
  readonly en: string;
  readonly level: string;
  readonly kind: string;
  /** The body a complaint about this one is proposed to go to; null when it stands outside the directory. */
  readonly parent: string | null;
}

/** The directory in its own order. */
export const authorities: readonly Authority[] = data.authorities;

const byId = new Map(authorities.map((authority) => [authority.id, authority]));

/** Whether the directory holds this body. */
export function hasAuthority(id: string): boolean {
  return byId.has(id);
}

/** Name of a body in a language; its id if the directory no longer holds it, so that old records stay readable. */
export function authorityName(id: string, language: CatalogLanguage): string {
  return byId.get(id)?.[language] ?? id;
}

/** The body above one; null when there is none in the directory. */
export function authorityAbove(id: string): string | null {
  return byId.get(id)?.parent ?? null;
}
