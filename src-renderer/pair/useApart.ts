import type { PairList } from '../../src-shared/pair/queries.ts';
import { mayRun, useSession } from '../session/useSession.ts';
import { useQuery } from '../useQuery.ts';

/** Appeals registered apart, asked again whenever appeals come together; null for who does not settle them, and until it is known. */
export function useApart(): PairList | null {
  const { operator } = useSession();
  const isAsked = mayRun(operator.role, 'pair.settle');
  const { value } = useQuery('pair.list', isAsked ? {} : null, {
    records: ['appeal', 'pair', 'problem', 'call'],
  });
  return isAsked ? (value ?? null) : null;
}
