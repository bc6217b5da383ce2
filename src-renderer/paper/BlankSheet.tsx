import { AppealKind } from '../../src-shared/appeal/model.ts';
import { useTexts } from '../useTexts.ts';

/** One A4 blank: the number large, then the fields of the card in the order in which they are asked. */
export function BlankSheet({ number }: { readonly number: string }) {
  const { t } = useTexts();
  const field = (label: string) => <span className="blankField">{label}</span>;
  return (
    <section className="blankPage">
      <h1>{t('paper:blank.title')}</h1>
      <div className="blankNumber">{number}</div>
      <div>{t('paper:blank.tell')}</div>
      <div className="blankRow">
        {field(t('paper:blank.when'))}
        {field(t('paper:blank.operator'))}
        {field(t('call:phone'))}
      </div>
      <div className="blankChoices">
        {AppealKind.options.map((kind) => (
          <span key={kind}>{t(`appeal:kind.${kind}`)}</span>
        ))}
        <span>{t('appeal:urgent')}</span>
      </div>
      {field(t('appeal:topic'))}
      <div className="blankRow">
        {field(t('applicant:surname'))}
        {field(t('applicant:givenName'))}
        {field(t('applicant:patronymic'))}
      </div>
      <div className="blankRow">
        {field(t('applicant:district'))}
        {field(t('applicant:settlement'))}
      </div>
      {field(t('applicant:street'))}
      {field(t('appeal:place'))}
      <div>{t('appeal:text')}</div>
      <div className="blankLines" />
      <div>{t('paper:blank.later')}</div>
    </section>
  );
}
