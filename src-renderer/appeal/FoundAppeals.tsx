import { Button } from '@mantine/core';
import type { AppealFound } from '../../src-shared/appeal/queries.ts';
import { useCalls } from '../call/store.ts';
import { foundDrafts } from '../find/foundDrafts.ts';
import { coverageSentence, draftGroup, meaningSentence } from '../find/foundEntries.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { EmptyState, FailedState, LoadingState } from '../ui/StateView.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { AppealTable } from './AppealTable.tsx';
import type { AppealSection } from './store.ts';
import type { AppealFind } from './useAppealFind.ts';

interface FoundAppealsProps {
  readonly section: AppealSection;
  readonly find: AppealFind;
  readonly text: string;
}

/** What a search has found, and honestly where it was looked. */
export function FoundAppeals({ section, find, text }: FoundAppealsProps) {
  const { t } = useTexts();
  const format = useFormat();
  const { found, problem, isSearching, askCentre } = find;
  if (problem !== null) return <FailedState problem={problem} onRetry={askCentre} />;
  if (found === null) return <LoadingState rows={8} />;
  const isDone = !isSearching;
  const meaning = meaningSentence({ ...found, isTurned: found.turned !== null }, { t });
  return (
    <>
      <p className="foundWhere small soft" role="status">
        {isSearching ? t('appeal:search.searching') : whereText(t, found)}
      </p>
      {isDone && (meaning !== null || found.centre !== 'searched') && (
        <p className="foundCovers small soft">
          {meaning !== null && <span>{meaning}</span>}
          {found.centre !== 'searched' && <span>{coverageSentence(found, { t, format })}</span>}
        </p>
      )}
      <FoundDrafts text={text} />
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

/** The operator's own unfinished calls in which the words stand: one press goes to them. */
function FoundDrafts({ text }: { readonly text: string }) {
  const { t } = useTexts();
  const format = useFormat();
  const calls = useCalls((state) => state.calls);
  const [found] = draftGroup(foundDrafts(calls, text), {
    ...{ t, format, language: useLanguage(), nowMs: Date.now() },
  });
  if (found === undefined) return null;
  return (
    <div className="foundDrafts chips" role="group" aria-label={found.group}>
      <span className="small soft">{found.group}</span>
      {found.entries.map(({ id, label, description, run }) => (
        <button key={id} type="button" className="filterChip" title={description} onClick={run}>
          <span className="clip">{label}</span>
        </button>
      ))}
    </div>
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
