import type { Role } from '../operator/model.ts';
import type { Applicant, ApplicantCard } from './model.ts';

/** Roles that may open a protected card, each time with a reason. */
export const OPENS_PROTECTED: readonly Role[] = ['lead', 'control', 'admin'];

/** For how long a protected card stays open to whoever gave a reason. */
export const OPEN_FOR_MS = 30 * 60_000;

/** What everybody may see of a protected card: the name, so that the caller can be addressed by it, and nothing else. */
export function veiled<A extends Applicant | ApplicantCard>(card: A): A {
  const {
    addresses: _addresses,
    phones: _phones,
    email: _email,
    benefits: _benefits,
    socialStatus: _socialStatus,
    sex: _sex,
    // Whatever was noted can say where the door is.
    needs: _needs,
    ...rest
  } = card;
  return { ...rest, phone: null, address: { district: '', settlement: '', street: '' } } as unknown as A;
}

/** The card alone, without what the register adds to it. */
export function cardOnly(applicant: Applicant): ApplicantCard {
  const {
    region: _region,
    createdAt: _createdAt,
    mergedInto: _mergedInto,
    mergedAt: _mergedAt,
    isProtected: _isProtected,
    ...card
  } = applicant;
  return card;
}
