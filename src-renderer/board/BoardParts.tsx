import { FilterChips } from '../ui/FilterChips.tsx';
import { useTexts } from '../useTexts.ts';
import { BOARD_PARTS, useBoard } from './store.ts';

/** Which part of the board is shown; it stands in the head of each part's page. */
export function BoardParts() {
  const { t } = useTexts();
  const part = useBoard((state) => state.part);
  return (
    <FilterChips
      label={t('board:parts')}
      value={part}
      choices={BOARD_PARTS.map((value) => ({ value, label: t(`board:part.${value}`) }))}
      onChange={(chosen) => useBoard.setState({ part: chosen })}
    />
  );
}
