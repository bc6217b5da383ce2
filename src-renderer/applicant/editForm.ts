import type { Address, Applicant, ApplicantAddress, Benefit } from '../../src-shared/applicant/model.ts';
import { displayPhone, recognisePhone } from '../../src-shared/applicant/phone.ts';

/** One telephone as it is typed. */
export interface PhoneRow {
  readonly raw: string;
  readonly answeredBy: string;
  /** `HH:MM` or empty. */
  readonly notAfter: string;
}

/** An applicant's card as it is corrected: everything is text, the main telephone is the first of all. */
export interface ApplicantForm {
  readonly surname: string;
  readonly givenName: string;
  readonly patronymic: string;
  readonly organisation: string;
  readonly email: string;
  readonly needs: string;
  readonly socialStatus: string;
  readonly phones: readonly PhoneRow[];
  readonly address: Address;
  readonly addresses: readonly ApplicantAddress[];
  readonly benefits: Benefit[];
}

/** The card as it stands, to be corrected. */
export function formOf(card: Applicant): ApplicantForm {
  const { surname, givenName, patronymic, organisation, phone, address } = card;
  const details = (card.phones ?? []).map(({ phone: number, answeredBy, notAfter }) => ({
    raw: displayPhone(number),
    answeredBy,
    notAfter: notAfter ?? '',
  }));
  const main = phone === null ? null : displayPhone(phone);
  const known = details.find(({ raw }) => raw === main);
  const first = main === null ? [] : [known ?? { raw: main, answeredBy: '', notAfter: '' }];
  return {
    surname,
    givenName,
    patronymic,
    organisation,
    address,
    email: card.email ?? '',
    needs: card.needs ?? '',
    socialStatus: card.socialStatus ?? '',
    phones: [...first, ...details.filter(({ raw }) => raw !== main)],
    addresses: card.addresses ?? [],
    benefits: card.benefits ?? [],
  };
}

/** The card as it was corrected. A main telephone of which nothing is noted stands only once. */
export function cardOfForm(card: Applicant, form: ApplicantForm): Applicant {
  const rows = form.phones.flatMap(({ raw, answeredBy, notAfter }) => {
    const phone = recognisePhone(raw)?.e164;
    if (phone === undefined) return [];
    return [
      { phone, answeredBy: answeredBy.trim(), notAfter: notAfter.trim() === '' ? null : notAfter.trim() },
    ];
  });
  const once = [...new Map(rows.map((row) => [row.phone, row])).values()];
  const [main] = once;
  const isPlain = main?.answeredBy === '' && main.notAfter === null;
  const addresses = form.addresses.filter(
    ({ address }) => address.settlement !== '' || address.street !== '',
  );
  return {
    ...card,
    surname: form.surname.trim(),
    givenName: form.givenName.trim(),
    patronymic: form.patronymic.trim(),
    organisation: form.organisation.trim(),
    phone: main?.phone ?? null,
    phones: isPlain ? once.slice(1) : once,
    address: form.address,
    addresses,
    email: form.email.trim(),
    needs: form.needs.trim(),
    socialStatus: form.socialStatus,
    benefits: form.benefits,
  };
}
