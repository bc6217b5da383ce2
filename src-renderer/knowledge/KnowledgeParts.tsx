import { FilterChips } from '../ui/FilterChips.tsx';
import { useTexts } from '../useTexts.ts';
import { KNOWLEDGE_PARTS, useKnowledge } from './store.ts';

/** Which part of the knowledge base is shown; it stands in the head of each part's page. */
export function KnowledgeParts() {
  const { t } = useTexts();
  const part = useKnowledge((state) => state.part);
  if (KNOWLEDGE_PARTS.length < 2) return null;
  return (
    <FilterChips
      label={t('knowledge:parts')}
      value={part}
      choices={KNOWLEDGE_PARTS.map((value) => ({ value, label: t(`knowledge:part.${value}`) }))}
      onChange={(chosen) => useKnowledge.setState({ part: chosen })}
    />
  );
}
