import { useDebouncedValue } from '@mantine/hooks';
import type { SignProposal } from '../../src-shared/sign/queries.ts';
import type { OpenCall } from '../call/openCall.ts';
import { appealCard } from '../call/submission.ts';
import { useQuery } from '../useQuery.ts';

/** Pause of typing after which earlier appeals are looked for, in milliseconds. */
const PAUSE_MS = 300;

/** The sign that the facts speak for, asked again when the card or the records change; null while the card says too little. */
export function useSignProposal(call: OpenCall): SignProposal | null {
  const { applicant, topic, place, problem } = appealCard(call);
  const wanted = JSON.stringify({ applicant, topic, place, problem: problem ?? null });
  const [asked] = useDebouncedValue(wanted, PAUSE_MS);
  const isAsked = call.tab === 'appeal' && topic !== '';
  const { value } = useQuery('sign.propose', isAsked ? JSON.parse(asked) : null, {
    records: ['appeal', 'applicant', 'problem', 'history'],
  });
  return isAsked ? (value ?? null) : null;
}
