import { create } from 'zustand';

/** Every section of the window, in the order of the rail. */
export const sections = [
  'call',
  'mine',
  'all',
  'calls',
  'promises',
  'applicants',
  'knowledge',
  'control',
  'board',
  'attention',
  'stations',
] as const;
export type Section = (typeof sections)[number];

interface FrameState {
  readonly section: Section | null;
  readonly keysShown: boolean;
  readonly go: (section: Section) => void;
  readonly showKeys: (shown: boolean) => void;
}

/** Which section is open. Null until somebody signed in chose or was led to one. */
export const useFrame = create<FrameState>((set) => ({
  section: null,
  keysShown: false,
  go: (section) => set({ section }),
  showKeys: (keysShown) => set({ keysShown }),
}));
