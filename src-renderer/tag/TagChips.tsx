import type { Tag } from '../../src-shared/tag/model.ts';
import { useTexts } from '../useTexts.ts';
import './tag.css';

/** The tags of a call that is over. */
export function TagChips({ tags }: { readonly tags: readonly Tag[] }) {
  const { t } = useTexts();
  if (tags.length === 0) return null;
  return (
    <ul className="tagChips" aria-label={t('tag:title')}>
      {tags.map((tag) => (
        <li key={tag} className="tagChip">
          {t(`tag:of.${tag}`)}
        </li>
      ))}
    </ul>
  );
}
