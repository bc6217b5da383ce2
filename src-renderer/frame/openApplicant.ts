import { useApplicants } from '../applicant/store.ts';
import { useFrame } from './store.ts';

/** Leads to one applicant's card. */
export function openApplicant(applicant: string): void {
  useApplicants.setState({ scope: 'all', cursor: applicant, opened: applicant });
  useFrame.getState().go('applicants');
}
