import { useMemo } from 'react';
import type { BrowseColumn } from '../../src-shared/appeal/browse.ts';
import { useSession } from '../session/useSession.ts';
import { keptColumns } from './appealColumns.ts';
import type { ListView } from './store.ts';

/** The columns of the full list: those of the saved view that is open, or else those the operator chose last. */
export function useColumns(view: ListView): readonly BrowseColumn[] {
  const { operator } = useSession();
  return useMemo(() => view.columns ?? keptColumns(operator.id), [view.columns, operator.id]);
}
