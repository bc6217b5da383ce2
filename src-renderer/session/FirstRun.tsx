import { useTexts } from '../useTexts.ts';
import { EnrolForm } from './EnrolForm.tsx';
import { EntryCard } from './EntryCard.tsx';

/** First run: which centre this workstation belongs to. */
export function FirstRun({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTexts();
  return (
    <EntryCard heading={t('session:firstRun.title')}>
      <p className="soft">{t('session:firstRun.text')}</p>
      <EnrolForm onDone={onDone} />
    </EntryCard>
  );
}
