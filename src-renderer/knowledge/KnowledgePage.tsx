import { AnnouncementsPage } from '../announcement/AnnouncementsPage.tsx';
import { QuestionsPage } from '../question/QuestionsPage.tsx';
import { ScriptsPage } from '../script/ScriptsPage.tsx';
import { useSession } from '../session/useSession.ts';
import { SnippetsPage } from '../snippet/SnippetsPage.tsx';
import { ArticlesPage } from './ArticlesPage.tsx';
import { partsOf } from './KnowledgeParts.tsx';
import { type KnowledgePart, useKnowledge } from './store.ts';

/** The section of the knowledge base: one page a part. */
export function KnowledgePage() {
  const { operator } = useSession();
  const part = useKnowledge((state) => state.part);
  // The next person at this workstation may not have the part that was left open.
  return <Part part={partsOf(operator.role).includes(part) ? part : 'articles'} />;
}

function Part({ part }: { readonly part: KnowledgePart }) {
  switch (part) {
    case 'articles':
      return <ArticlesPage />;
    case 'announcements':
      return <AnnouncementsPage />;
    case 'scripts':
      return <ScriptsPage />;
    case 'snippets':
      return <SnippetsPage />;
    case 'questions':
      return <QuestionsPage />;
  }
}
