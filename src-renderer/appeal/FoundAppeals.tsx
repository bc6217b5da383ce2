import { Button } from '@mantine/core';
import type { AppealFound } from '../../src-shared/appeal/queries.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { EmptyState, FailedState, LoadingState } from '../ui/StateView.tsx';
import { useTexts } from '../useTexts.ts';
import { AppealTable } from './AppealTable.tsx';
import type { AppealSection } from './store.ts';
import type { AppealFind } from './useAppealFind.ts';

interface FoundAppealsProps {
  readonly section: AppealSection;
  readonly find: AppealFind;
}

/** What a search has found, and honestly where it was looked. */
export function FoundAppeals({ section, find }: FoundAppealsProps) {
  const { t } = useTexts();
  const { found, problem, isSearching, askCentre } = find;
  if (problem !== null) return <FailedState problem={problem} onRetry={askCentre} />;
  if (found === null) return <LoadingState rows={8} />;
  const isDone = !isSearching;
  return (
    <>
      <p className="foundWhere small soft" role="status">
        {isSearching ? t('appeal:search.searching') : whereText(t, found)}
      </p>
      {isDone && found.centre !== 'searched' && !found.wrongNumber && found.lines.length > 0 && (
        <Button variant="default" size="compact-sm" className="foundMore" onClick={askCentre}>
          {t(found.centre === 'notAsked' ? 'appeal:search.askCentre' : 'appeal:search.askAgain')}
        </Button>
      )}
      {found.more && <NoticeBar>{t('appeal:search.more')}</NoticeBar>}
      {found.lines.length > 0 && (
        <AppealTable section={section} label={t('appeal:search.results')} lines={found.lines} />
      )}
      {isDone && found.lines.length === 0 && <NothingFound found={found} onAgain={askCentre} />}
    </>
  );
}

function whereText(t: ReturnType<typeof useTexts>['t'], found: AppealFound): string {
  const count = t('appeal:list.count', { count: found.lines.length });
  return `${count} · ${t(`appeal:search.where.${found.centre}`)}`;
}

function NothingFound({ found, onAgain }: { readonly found: AppealFound; readonly onAgain: () => void }) {
  const { t } = useTexts();
  if (found.wrongNumber) {
    return (
      <EmptyState title={t('appeal:search.wrongNumber')}>
        <p>{t('appeal:search.wrongNumberHow')}</p>
      </EmptyState>
    );
  }
  if (found.centre === 'searched') {
    return (
      <EmptyState title={t('appeal:search.none')}>
        <p>{t('appeal:search.noneHow')}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t('appeal:search.noneHere')}>
      <p>{t(`appeal:search.where.${found.centre}`)}</p>
      <Button variant="default" mt="xs" onClick={onAgain}>
        {t('appeal:search.askAgain')}
      </Button>
    </EmptyState>
  );
}
