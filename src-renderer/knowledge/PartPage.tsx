import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../useTexts.ts';
import { KnowledgeParts } from './KnowledgeParts.tsx';
import '../ui/split.css';
import './knowledge.css';

interface PartPageProps {
  /** Name of the list on the left and of what stands beside it. */
  readonly labels: { readonly list: string; readonly record: string };
  readonly list: ReactNode;
  readonly record: ReactNode;
  /** Looks for something in the list; absent where the list is short. */
  readonly search?: ReactNode;
  /** Something is being written: it has half of the page. */
  readonly isWriting: boolean;
  /** Begins a new one; null for whoever may not. */
  readonly begin: { readonly label: string; readonly act: () => void } | null;
  /** Brings back what was given up last; null when nothing was. */
  readonly onTakeBack: (() => void) | null;
}

/** A part of the knowledge base: the list on the left, what is read or written on the right. */
export function PartPage({ labels, list, record, search, isWriting, begin, onTakeBack }: PartPageProps) {
  const { t } = useTexts();
  return (
    <div className="page">
      <header className="pageHead" data-pane>
        <h1>{t('knowledge:title')}</h1>
        <KnowledgeParts />
        {search}
        <span className="push" />
        {onTakeBack && !isWriting && (
          <Button variant="subtle" onClick={onTakeBack}>
            {t('announcement:takeBack')}
          </Button>
        )}
        {begin && (
          <Button
            data-pane-focus
            onClick={() => isWriting || begin.act()}
            leftSection={<IconPlus size="1.125rem" stroke={1.75} aria-hidden />}
          >
            {begin.label}
          </Button>
        )}
      </header>
      <div className="split" data-writing={isWriting || undefined}>
        <section className="pane listPane" data-pane aria-label={labels.list}>
          {list}
        </section>
        <section className="pane recordPane" data-pane aria-label={labels.record}>
          {record}
        </section>
      </div>
    </div>
  );
}
