import { usePromises } from '../promise/store.ts';
import type { OpenCall } from './openCall.ts';

/** Opens a promise to whoever is calling, with what the card knows of them. */
export function promiseTo(call: OpenCall): void {
  const { surname, givenName, patronymic, organisation } = call.appeal;
  const person = [surname, givenName, patronymic].map((part) => part.trim()).filter((part) => part !== '');
  usePromises.getState().make({
    phoneRaw: call.phoneRaw.trim(),
    name: person.length > 0 ? person.join(' ') : organisation.trim(),
    call: call.paper === null ? call.id : null,
    appeal: null,
    applicant: null,
  });
}
