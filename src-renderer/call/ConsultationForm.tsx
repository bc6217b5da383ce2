import { checkConsultation } from '../../src-shared/consultation/card.ts';
import { NotOursSelect } from '../competence/NotOursSelect.tsx';
import { ReadyAnswers } from '../knowledge/ReadyAnswers.tsx';
import { SpellingCount } from '../spelling/FieldSpelling.tsx';
import { SpelledTextarea } from '../spelling/SpelledTextarea.tsx';
import { DistrictSelect, TopicSelect } from '../ui/CatalogSelects.tsx';
import { useTexts } from '../useTexts.ts';
import { changeConsultation } from './acts.ts';
import type { OpenCall } from './openCall.ts';

interface FormProps {
  readonly call: OpenCall;
  readonly tried: boolean;
  readonly resting: boolean;
}

/** A question answered at once: topic, district, answer. */
export function ConsultationForm({ call, tried, resting }: FormProps) {
  const { t } = useTexts();
  const { consultation } = call;
  const missing = tried ? checkConsultation(consultation) : null;
  return (
    <>
      <TopicSelect
        label={t('consultation:topic')}
        value={consultation.topic}
        field="topic"
        disabled={resting}
        error={missing ? t(`cardError:${missing.code}`) : undefined}
        onChange={(topic) => changeConsultation(call.id, { topic })}
      />
      <DistrictSelect
        label={t('consultation:district')}
        value={consultation.district}
        disabled={resting}
        onChange={(district) => changeConsultation(call.id, { district })}
      />
      <ReadyAnswers call={call} resting={resting} />
      <SpelledTextarea
        field="answer"
        call={call}
        label={t('consultation:answer')}
        placeholder={t('consultation:answer.placeholder')}
        value={consultation.answer}
        readOnly={resting}
        maxLength={20_000}
        autosize
        minRows={5}
        maxRows={14}
        onChange={({ currentTarget: { value: answer } }) =>
          // An answer that was emptied is no longer the article's.
          changeConsultation(call.id, { answer, ...(answer.trim() === '' ? { article: '' } : {}) })
        }
      />
      <SpellingCount field="answer" />
      <NotOursSelect
        value={consultation.notOurs}
        disabled={resting}
        onChange={(notOurs, text) =>
          changeConsultation(call.id, {
            notOurs,
            ...(consultation.answer.trim() === '' && text !== '' ? { answer: text } : {}),
          })
        }
      />
    </>
  );
}
