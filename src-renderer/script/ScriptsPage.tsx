import { Button } from '@mantine/core';
import { topicName } from '../../src-shared/catalog/topic.ts';
import type { Script } from '../../src-shared/script/model.ts';
import { useAct } from '../appeal/useAct.ts';
import { PartPage } from '../knowledge/PartPage.tsx';
import { mayRun, useSession } from '../session/useSession.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { EmptyState, FailedState, LoadingState } from '../ui/StateView.tsx';
import { VirtualGrid } from '../ui/VirtualGrid.tsx';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { ScriptForm } from './ScriptForm.tsx';
import { editScript, takeBackScript, useEditedScript, useScripts, writeScript } from './store.ts';
import './script.css';

/** What is asked on each topic. Leads write here. */
export function ScriptsPage() {
  const { t } = useTexts();
  const language = useLanguage();
  const { operator } = useSession();
  const { cursor, opened, dropped } = useScripts();
  const edited = useEditedScript();
  const { value, problem, reload } = useQuery('script.list', {}, { records: ['script'] });
  const scripts = [...(value?.scripts ?? [])].sort((a, b) => a.title.localeCompare(b.title, language));
  const script = scripts.find(({ id }) => id === opened);
  return (
    <PartPage
      labels={{ list: t('script:title'), record: t('script:one') }}
      isWriting={edited !== undefined}
      begin={mayRun(operator.role, 'script.save') ? { label: t('script:new'), act: writeScript } : null}
      onTakeBack={dropped?.by === operator.id ? () => takeBackScript(dropped.edited) : null}
      list={
        <>
          {!value &&
            (problem ? <FailedState problem={problem} onRetry={reload} /> : <LoadingState rows={6} />)}
          {value?.scripts.length === 0 && <EmptyState title={t('script:empty')} />}
          {scripts.length > 0 && (
            <VirtualGrid
              label={t('script:title')}
              rows={scripts}
              columns="scriptColumns"
              header={[t('script:name'), t('script:questions')]}
              renderRow={(row) => <Row script={row} />}
              cursor={cursor}
              opened={opened}
              onCursor={(id) => useScripts.setState({ cursor: id })}
              onOpen={(id) => useScripts.setState({ opened: id })}
            />
          )}
        </>
      }
      record={
        edited ? (
          <ScriptForm
            key={edited.script}
            edited={edited}
            present={scripts.find(({ id }) => id === edited.script)}
          />
        ) : script ? (
          <ScriptRecord key={`${script.id}:${script.version}`} script={script} />
        ) : (
          <EmptyState title={t('script:choose')} />
        )
      }
    />
  );
}

function Row({ script: { title, topics, questions } }: { readonly script: Script }) {
  const language = useLanguage();
  return (
    <>
      <div role="gridcell" className="gridCell">
        <span className="clip">{title}</span>
        <span className="clip small soft">
          {topics.map((topic) => topicName(topic, language)).join(', ')}
        </span>
      </div>
      <div role="gridcell" className="gridCell tabular">
        {questions.length}
      </div>
    </>
  );
}

function ScriptRecord({ script }: { readonly script: Script }) {
  const { t, i18n } = useTexts();
  const language = useLanguage();
  const { operator } = useSession();
  const withdraw = useAct(() => useScripts.setState({ opened: null }));
  const payload = { script: script.id, expected: script.version };
  return (
    <article className="record">
      <h2>{script.title}</h2>
      <span className="soft">{script.topics.map((topic) => topicName(topic, language)).join(', ')}</span>
      <ol className="scriptQuestions">
        {script.questions.map((question) => (
          <li key={question.id}>
            {question.ask}
            <span className="small soft">
              {[
                question.label,
                ...(question.field === null
                  ? []
                  : [t('script:byField', { field: t(`script:field.${question.field}`) })]),
                question.words.join(', '),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
      {withdraw.problem && <NoticeBar tone="danger">{problemText(i18n, withdraw.problem)}</NoticeBar>}
      {mayRun(operator.role, 'script.save') && (
        <div className="recordActions">
          <Button onClick={() => editScript(script)}>{t('knowledge:edit')}</Button>
          <Button
            variant="default"
            aria-busy={withdraw.busy}
            onClick={() => void withdraw.run([{ kind: 'script.withdraw', payload }])}
          >
            {t('knowledge:withdraw')}
          </Button>
        </div>
      )}
    </article>
  );
}
