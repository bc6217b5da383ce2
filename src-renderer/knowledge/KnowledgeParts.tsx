import type { Role } from '../../src-shared/operator/model.ts';
import { mayRun, useSession } from '../session/useSession.ts';
import { FilterChips } from '../ui/FilterChips.tsx';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { KNOWLEDGE_PARTS, type KnowledgePart, useKnowledge } from './store.ts';
import './knowledge.css';

/** Parts a role may use. */
export function partsOf(role: Role): readonly KnowledgePart[] {
  return KNOWLEDGE_PARTS.filter((part) => part !== 'questions' || mayRun(role, 'question.close'));
}

/** Which part of the knowledge base is shown; it stands in the head of each part's page. */
export function KnowledgeParts() {
  const { t } = useTexts();
  const { operator } = useSession();
  const part = useKnowledge((state) => state.part);
  const parts = partsOf(operator.role);
  const { value: asked } = useQuery('question.list', parts.includes('questions') ? { state: 'open' } : null, {
    records: ['question'],
  });
  if (parts.length < 2) return null;
  return (
    <div className="knowledgeParts">
      <FilterChips
        label={t('knowledge:parts')}
        value={part}
        choices={parts.map((value) => ({
          value,
          label: t(`knowledge:part.${value}`),
          ...(value === 'questions' && asked !== undefined ? { count: asked.lines.length } : {}),
        }))}
        onChange={(chosen) => useKnowledge.setState({ part: chosen })}
      />
    </div>
  );
}
