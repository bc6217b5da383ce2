import { create } from 'zustand';

/** What is being written to one thing, part by part. */
export type Parts = Readonly<Record<string, unknown>>;

/** What somebody began to write and has not sent, by the appeal or command it belongs to. */
export const useKept = create<Readonly<Record<string, Parts>>>(() => ({}));
