import { Button, CloseButton } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import type { LineSuggestion } from '../../src-shared/telephony/queries.ts';
import { CommandKey } from '../frame/CommandKey.tsx';
import { useTexts } from '../useTexts.ts';
import { openSuggested } from './acts.ts';
import { CallerName } from './CallerName.tsx';
import { useLine } from './store.ts';

/** A number that a link proposes. Anybody can make a link, so it opens nothing by itself. */
export function SuggestionRow({
  suggestion,
  hasKey,
}: {
  readonly suggestion: LineSuggestion;
  readonly hasKey: boolean;
}) {
  const { t } = useTexts();
  return (
    <div className="lineRow" data-kind="suggested" role="status">
      <IconLink size="1.25rem" stroke={1.75} aria-hidden />
      <span className="lineWhat">{t('telephony:row.suggested')}</span>
      <CallerName number={suggestion.from} />
      <span className="grow" />
      <Button
        size="compact-sm"
        onClick={() => openSuggested(suggestion.from)}
        {...(hasKey ? { rightSection: <CommandKey command="take" /> } : {})}
      >
        {t('telephony:row.openCard')}
      </Button>
      <CloseButton
        aria-label={t('telephony:row.hide')}
        onClick={() => useLine.setState({ suggestion: null })}
      />
    </div>
  );
}
