import { IconHeadset } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { LanguageChoice } from './LanguageChoice.tsx';
import './session.css';

/** The frame of the screens before the work begins. */
export function EntryCard({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  return (
    <main className="entry">
      <div className="entryCard">
        <div className="entryTop">
          <span className="brand">
            <IconHeadset size="1.375rem" stroke={1.75} aria-hidden />
            Holos
          </span>
          <LanguageChoice />
        </div>
        <h1>{heading}</h1>
        {children}
      </div>
    </main>
  );
}
