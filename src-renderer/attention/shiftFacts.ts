import type { i18n } from 'i18next';
import type { AttentionItem } from '../../src-shared/attention/queries.ts';
import type { PromiseTerms } from '../../src-shared/promise/model.ts';
import type { Language } from '../../src-shared/settings/model.ts';
import { formatOf } from '../ui/format.ts';
import type { Fact } from './fact.ts';

/** Words for the commands of duty, promises and handing over; null for any other kind. */
export function shiftFacts(
  texts: i18n,
  { kind, payload }: Pick<AttentionItem, 'kind' | 'payload'>,
  person: (id: unknown) => string,
): Fact[] | null {
  const t = texts.t as unknown as (key: string) => string;
  const time = (instant: unknown) => formatOf(texts.language as Language).moment(String(instant), 0);
  switch (kind) {
    case 'call.continue':
    case 'call.discard':
      return [];
    case 'duty.change':
      return [{ label: t('duty:title'), value: t(`duty:state.${String(payload.state)}`) }];
    case 'duty.extend':
      return [{ label: t('duty:extend.why'), value: t(`duty:extend.${String(payload.reason)}`) }];
    case 'promise.make':
      return termsFacts(texts, payload.terms as PromiseTerms);
    case 'promise.pass':
      return [
        {
          label: t('promise:owner'),
          value: payload.to === null ? t('promise:owner.shift') : person(payload.to),
        },
      ];
    case 'promise.cancel':
      return [{ label: t('promise:cancel.reason'), value: String(payload.reason) }];
    case 'promise.keep':
    case 'promise.tried':
    case 'draft.accept':
      return [];
    case 'draft.hand':
      return [
        { label: t('handover:card'), value: time(payload.startedAt) },
        { label: t('call:phone'), value: String(payload.phoneRaw) },
      ];
    default:
      return null;
  }
}

function termsFacts(texts: i18n, { phoneRaw, name, what, dueAt }: PromiseTerms): Fact[] {
  const t = texts.t as unknown as (key: string) => string;
  const due = formatOf(texts.language as Language).moment(dueAt, 0);
  return [
    { label: t('promise:phone'), value: phoneRaw },
    { label: t('promise:name'), value: name },
    { label: t('promise:what'), value: what },
    { label: t('promise:due'), value: due },
  ].filter(({ value }) => value !== '');
}
