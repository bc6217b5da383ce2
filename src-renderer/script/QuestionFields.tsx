import { ActionIcon, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { ScriptField } from '../../src-shared/script/model.ts';
import { SearchSelect } from '../ui/SearchSelect.tsx';
import { useTexts } from '../useTexts.ts';
import { isBlank, type WrittenQuestion } from './store.ts';

interface QuestionFieldsProps {
  readonly question: WrittenQuestion;
  /** Which of the questions it is, from 1. */
  readonly number: number;
  readonly tried: boolean;
  readonly isOnly: boolean;
  readonly onChange: (question: WrittenQuestion) => void;
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
  readonly onRemove: () => void;
}

/** One question of a script: what is read out, what stands before the answer, what answers it unasked. */
export function QuestionFields(props: QuestionFieldsProps) {
  const { t } = useTexts();
  const { question, number, tried, isOnly, onChange } = props;
  const change = (part: Partial<WrittenQuestion>) => onChange({ ...question, ...part });
  const isAsked = tried && (isOnly || !isBlank(question));
  const missing = (said: string) => (isAsked && said.trim() === '' ? t('knowledge:required') : undefined);
  const fields = ScriptField.options.map((value) => ({ value, label: t(`script:field.${value}`) }));
  return (
    <fieldset className="cardGroup">
      <legend className="questionHead">
        {t('script:question', { number })}
        <span className="questionActs">
          <Move label={t('script:up', { number })} icon={IconArrowUp} onPress={props.onUp} />
          <Move label={t('script:down', { number })} icon={IconArrowDown} onPress={props.onDown} />
          <Move
            label={t('script:remove', { number })}
            icon={IconX}
            onPress={isOnly ? null : props.onRemove}
          />
        </span>
      </legend>
      <TextInput
        label={t('script:ask')}
        value={question.ask}
        error={missing(question.ask)}
        maxLength={300}
        onChange={(event) => change({ ask: event.currentTarget.value })}
      />
      <div className="fieldRow">
        <TextInput
          label={t('script:label')}
          value={question.label}
          error={missing(question.label)}
          maxLength={60}
          onChange={(event) => change({ label: event.currentTarget.value.replaceAll(':', '') })}
        />
        <SearchSelect
          label={t('script:field')}
          value={question.field ?? ''}
          chosen={fields.find(({ value }) => value === question.field) ?? null}
          find={(query) =>
            fields.filter(({ label }) => label.toLowerCase().includes(query.trim().toLowerCase()))
          }
          placeholder=""
          clearable
          onChange={(field) => change({ field: ScriptField.safeParse(field).data ?? null })}
        />
      </div>
      <TextInput
        label={t('script:words')}
        description={t('script:words.how')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={question.words}
        maxLength={600}
        spellCheck={false}
        onChange={(event) => change({ words: event.currentTarget.value })}
      />
    </fieldset>
  );
}

interface MoveProps {
  readonly label: string;
  readonly icon: typeof IconX;
  /** Null where there is nowhere to go. */
  readonly onPress: (() => void) | null;
}

function Move({ label, icon: Icon, onPress }: MoveProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={label}
      disabled={onPress === null}
      onClick={() => onPress?.()}
    >
      <Icon size="1.125rem" stroke={1.75} aria-hidden />
    </ActionIcon>
  );
}
