import { create } from 'zustand';

interface ApplicantView {
  readonly text: string;
  readonly scope: 'all' | 'pairs';
  /** The line under the cursor and the card beside the list, by applicant. */
  readonly cursor: string | null;
  readonly opened: string | null;
}

/** What is asked and shown in the section of applicants. Cards themselves are asked for by query. */
export const useApplicants = create<ApplicantView>(() => ({
  text: '',
  scope: 'all',
  cursor: null,
  opened: null,
}));
