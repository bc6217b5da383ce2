import { Button } from '@mantine/core';
import { useSession } from '../session/useSession.ts';
import { FilterChip } from '../ui/FilterChips.tsx';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { useTexts } from '../useTexts.ts';
import { useKnowledge } from './store.ts';
import { takeBack, useWritings } from './writing.ts';

/** What the lead began to write and has not published, also before a restart; and what was given up a moment ago. */
export function WritingChips() {
  const { t } = useTexts();
  const { operator } = useSession();
  const writing = useKnowledge((state) => state.writing);
  const dropped = useKnowledge((state) => state.dropped);
  const writings = useWritings();
  const nameOf = (title: string) => (title.trim() === '' ? t('knowledge:unnamed') : title);
  return (
    <>
      {dropped?.by === operator.id && (
        <NoticeBar
          onClose={() => useKnowledge.setState({ dropped: null })}
          action={
            <Button variant="default" size="compact-sm" onClick={() => takeBack(dropped.edited)}>
              {t('knowledge:takeBack')}
            </Button>
          }
        >
          {t('knowledge:dropped', { name: nameOf(dropped.edited.text.title) })}
        </NoticeBar>
      )}
      {writings.length > 0 && (
        <div className="chips writingChips" role="group" aria-label={t('knowledge:unfinished')}>
          <span className="small soft">{t('knowledge:unfinished')}</span>
          {writings.map(({ article, text }) => (
            <FilterChip
              key={article}
              label={nameOf(text.title)}
              pressed={article === writing}
              onPress={() => useKnowledge.setState({ writing: article === writing ? null : article })}
            />
          ))}
        </div>
      )}
    </>
  );
}
