import { z } from 'zod';
import { ApplicantId, RegionId } from '../brand.ts';
import { Day, Instant } from '../clock.ts';

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
  /** Street as said; records of earlier releases hold house and flat in it, too. */
  street: line(240),
  /** KATOTTH code of the settlement when it was chosen from the directory; tells villages of one name apart. */
  settlementCode: line(30).optional(),
  /** House with its letter or block, such as `12-А`. */
  building: line(30).optional(),
  flat: line(20).optional(),
});
export type Address = z.infer<typeof Address>;

/** E.164, such as `+380501234567`. */
export const PhoneNumber = z.string().regex(/^\+\d{8,15}$/);

/** A further telephone of an applicant. */
export const ApplicantPhone = z.strictObject({
  phone: PhoneNumber,
  /** Who answers there, such as a neighbour or a daughter. */
  answeredBy: line(120),
  /** `HH:MM` in Kyiv after which nobody should ring; null when it does not matter. */
  notAfter: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
});
export type ApplicantPhone = z.infer<typeof ApplicantPhone>;

/** A further address, such as the registered one of a displaced person. */
export const ApplicantAddress = z.strictObject({ address: Address, note: line(120) });
export type ApplicantAddress = z.infer<typeof ApplicantAddress>;

/**
 * A category of the applicant (resolution 858, facet 7), such as a combatant: appeals of those with statutory benefits go first
 * (Law 393/96-ВР, article 20). Once `until` has passed it no longer raises priority.
 */
export const Benefit = z.strictObject({
  code: line(10).min(1),
  until: Day.nullable(),
  /** Where it is known from: said by the applicant, a document number, a register. */
  source: line(200),
});
export type Benefit = z.infer<typeof Benefit>;

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
  phone: PhoneNumber.nullable(),
  address: Address,
  phones: z.array(ApplicantPhone).max(20).optional(),
  addresses: z.array(ApplicantAddress).max(20).optional(),
  email: line(200).optional(),
  /** Classifier facet 4: `4.1` or `4.2`; absent when not said. */
  sex: line(10).optional(),
  benefits: z.array(Benefit).max(20).optional(),
  /** Classifier facet 8. */
  socialStatus: line(10).optional(),
  /** What whoever rings or visits must know: hard of hearing, moves with help, speaks sign language. */
  needs: line(1000).optional(),
});
export type ApplicantCard = z.infer<typeof ApplicantCard>;

/** The stored applicant. */
export const Applicant = ApplicantCard.extend({
  region: RegionId,
  createdAt: Instant,
  /** The card into which this double was merged; its appeals stay its own and are shown there. Absent for a card of its own. */
  mergedInto: ApplicantId.optional(),
  /** When it was merged; taking it apart is possible for a while. */
  mergedAt: Instant.optional(),
  /** Address and history are shown only to named roles, and opening them asks for a reason. */
  isProtected: z.boolean().optional(),
});
export type Applicant = z.infer<typeof Applicant>;

/** Name of an applicant in the order used in Ukrainian papers; empty for an anonymous one. */
export function applicantName(
  card: Pick<ApplicantCard, 'type' | 'surname' | 'givenName' | 'patronymic' | 'organisation'>,
): string {
  if (card.type !== 'person') return card.organisation;
  return [card.surname, card.givenName, card.patronymic].filter((part) => part !== '').join(' ');
}
