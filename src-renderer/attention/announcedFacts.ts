import type { i18n } from 'i18next';
import type { AnnouncementText } from '../../src-shared/announcement/model.ts';
import type { AttentionItem } from '../../src-shared/attention/queries.ts';
import type { ScriptText } from '../../src-shared/script/model.ts';
import type { Fact } from './fact.ts';

/** Words for announcements and scripts; null for any other kind. */
export function announcedFacts(
  texts: i18n,
  { kind, payload }: Pick<AttentionItem, 'kind' | 'payload'>,
): Fact[] | null {
  const t = texts.t as unknown as (key: string) => string;
  switch (kind) {
    case 'announcement.save': {
      const { title, body } = payload.text as AnnouncementText;
      return [
        { label: t('announcement:name'), value: title },
        ...(body === '' ? [] : [{ label: t('announcement:body'), value: body }]),
      ];
    }
    case 'announcement.tell':
      return [{ label: t('announcement:said'), value: String(payload.said) }];
    case 'script.save': {
      const { title, questions } = payload.text as ScriptText;
      return [
        { label: t('script:name'), value: title },
        { label: t('script:questions'), value: questions.map(({ ask }) => ask).join('\n') },
      ];
    }
    case 'announcement.withdraw':
    case 'script.withdraw':
      return [];
    default:
      return null;
  }
}
