import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApplicantLine, ApplicantPairs } from '../../src-shared/applicant/queries.ts';
import { addressWords } from '../ui/addressWords.ts';
import { Phone } from '../ui/Phone.tsx';
import { EmptyState, FailedState, LoadingState } from '../ui/StateView.tsx';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { MergeDialog } from './MergeDialog.tsx';
import { sameWords } from './sameWords.ts';
import { useApplicants } from './store.ts';

/** Cards that may be of one person, two by two, with the reasons. Nothing merges by itself. */
export function PairsList() {
  const { t, i18n } = useTexts();
  const [merging, setMerging] = useState<readonly [string, string] | null>(null);
  const { value, problem, reload } = useQuery('applicant.pairs', {}, { records: ['applicant'] });
  if (!value) return problem ? <FailedState problem={problem} onRetry={reload} /> : <LoadingState rows={6} />;
  if (value.pairs.length === 0) return <EmptyState title={t('applicant:pairs.none')} />;
  return (
    <>
      <ol className="pairs">
        {value.pairs.map(({ a, b, same }: ApplicantPairs['pairs'][number]) => (
          <li key={`${a.id} ${b.id}`} className="pair">
            <Side line={a} />
            <Side line={b} />
            <span className="pairWhy small">{sameWords(i18n, same)}</span>
            <Button size="xs" variant="default" onClick={() => setMerging([a.id, b.id])}>
              {t('applicant:merge')}
            </Button>
          </li>
        ))}
      </ol>
      {merging && (
        <MergeDialog
          into={merging[0]}
          from={merging[1]}
          onDone={(kept) => {
            setMerging(null);
            useApplicants.setState({ opened: kept });
          }}
          onClose={() => setMerging(null)}
        />
      )}
    </>
  );
}

function Side({ line }: { readonly line: ApplicantLine }) {
  const { t, i18n } = useTexts();
  return (
    <button type="button" className="pairSide" onClick={() => useApplicants.setState({ opened: line.id })}>
      <strong>{line.name === '' ? t('caller:noName') : line.name}</strong>
      <span className="small soft">
        <Phone phone={line.phone} raw="" />
        {line.address && ` · ${addressWords(i18n, line.address)}`}
      </span>
    </button>
  );
}
