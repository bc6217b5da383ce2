import { z } from 'zod';
import { ApplicantId, RegionId } from '../brand.ts';
import { Instant } from '../clock.ts';

/** Who appeals: a person (Law 393/96-ВР), an enterprise or an organisation (resolution 976 of 27.11.2019, point 1). */
export const ApplicantType = z.enum(['person', 'enterprise', 'organisation']);
export type ApplicantType = z.infer<typeof ApplicantType>;

const line = (max: number) => z.string().trim().max(max);

/** Where somebody lives or is seated. Codes are of the national codifier (KATOTTH); the rest is as the caller said it. */
export const Address = z.strictObject({
  /** Code of the raion, `outside` for callers outside the oblast, empty while unknown. */
  district: line(20),
  /** Settlement as said. */
  settlement: line(120),
  /** Street, house, flat as said. */
  street: line(240),
});
export type Address = z.infer<typeof Address>;

/** What the card says about the applicant; which of it is required is decided by the rules of the card, not by this shape. */
export const ApplicantCard = z.strictObject({
  id: ApplicantId,
  type: ApplicantType,
  surname: line(100),
  givenName: line(100),
  patronymic: line(100),
  /** Name of the enterprise or organisation; its contact person stands in the three names above. */
  organisation: line(300),
  /** +380…, or null when withheld. */
  phone: z
    .string()
    .regex(/^\+\d{8,15}$/)
    .nullable(),
  address: Address,
});
export type ApplicantCard = z.infer<typeof ApplicantCard>;

/** The stored applicant. */
export const Applicant = ApplicantCard.extend({ region: RegionId, createdAt: Instant });
export type Applicant = z.infer<typeof Applicant>;

/** Name of an applicant in the order used in Ukrainian papers; empty for an anonymous one. */
export function applicantName(
  card: Pick<ApplicantCard, 'type' | 'surname' | 'givenName' | 'patronymic' | 'organisation'>,
): string {
  if (card.type !== 'person') return card.organisation;
  return [card.surname, card.givenName, card.patronymic].filter((part) => part !== '').join(' ');
}
