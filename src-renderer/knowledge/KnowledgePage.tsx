import { AnnouncementsPage } from '../announcement/AnnouncementsPage.tsx';
import { ScriptsPage } from '../script/ScriptsPage.tsx';
import { ArticlesPage } from './ArticlesPage.tsx';
import { type KnowledgePart, useKnowledge } from './store.ts';

/** The section of the knowledge base: one page a part. */
export function KnowledgePage() {
  return <Part part={useKnowledge((state) => state.part)} />;
}

function Part({ part }: { readonly part: KnowledgePart }) {
  switch (part) {
    case 'articles':
      return <ArticlesPage />;
    case 'announcements':
      return <AnnouncementsPage />;
    case 'scripts':
      return <ScriptsPage />;
  }
}
