import type { HistoryEntry } from '../../src-shared/history/model.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';

/** What a reader must know beside the act: the time a wrong clock showed, and the marks of the entry. */
export function HistoryNotes({ entry }: { readonly entry: HistoryEntry }) {
  const { t } = useTexts();
  const format = useFormat();
  const notes = (entry.marks ?? []).map((mark) => t(`history:mark.${mark}`));
  if (entry.stationAt !== undefined) {
    const time = format.moment(entry.stationAt, Date.parse(entry.at));
    notes.unshift(t('history:stationAt', { time }));
  }
  return notes.length === 0 ? null : <span className="soft"> ({notes.join('; ')})</span>;
}
