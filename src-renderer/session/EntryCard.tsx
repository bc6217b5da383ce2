import { IconHeadset } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { LanguageChoice } from './LanguageChoice.tsx';
import './session.css';

interface EntryCardProps {
  readonly heading: string;
  readonly children: ReactNode;
  /** Room for facts side by side. */
  readonly wide?: boolean;
}

/** The frame of the screens before the work begins. */
export function EntryCard({ heading, children, wide = false }: EntryCardProps) {
  return (
    <main className="entry">
      <div className="entryCard" data-wide={wide || undefined}>
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
