import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { v7 as mint } from 'uuid';
import { topicName } from '../../src-shared/catalog/topic.ts';
import type { Snippet } from '../../src-shared/snippet/model.ts';
import { useAct } from '../appeal/useAct.ts';
import { call } from '../ipc.ts';
import { mayRun, useSession } from '../session/useSession.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useTexts } from '../useTexts.ts';
import { editSnippet, useSnippetPage } from './store.ts';

/** One snippet to be read, and what a lead can do with it. */
export function SnippetRecord({ snippet }: { readonly snippet: Snippet }) {
  const { t } = useTexts();
  const language = useLanguage();
  const { operator } = useSession();
  const topics = snippet.topics.map((topic) => topicName(topic, language)).join(', ');
  return (
    <article className="record">
      <h2>{snippet.title}</h2>
      <p className="snippetCode">{`;${snippet.code}`}</p>
      <p className="recordText">{snippet.text}</p>
      {topics !== '' && (
        <dl className="recordFacts">
          <dt>{t('snippet:topics')}</dt>
          <dd>{topics}</dd>
        </dl>
      )}
      {mayRun(operator.role, 'snippet.save') && <LeadActs snippet={snippet} />}
    </article>
  );
}

function LeadActs({ snippet }: { readonly snippet: Snippet }) {
  const { t, i18n } = useTexts();
  const { code, title, text, topics, id, version } = snippet;
  const saved = (expected: number, isRemoved: boolean) => ({
    kind: 'snippet.save' as const,
    payload: { snippet: id, expected, text: { code, title, text, topics }, isRemoved },
  });
  const remove = useAct(() => {
    useSnippetPage.setState({ opened: null });
    const toast = `snippet-${id}`;
    const back = async () => {
      notifications.hide(toast);
      const answer = await call('command.submit', {
        action: mint(),
        commands: [saved(version + 1, false)],
        consumes: [],
      });
      if (answer.ok) useSnippetPage.setState({ opened: id });
      else notifications.show({ message: problemText(i18n, answer.error), color: 'danger' });
    };
    notifications.show({
      id: toast,
      message: (
        <span className="toastLine">
          {t('snippet:removed', { title })}
          <Button size="compact-sm" variant="light" onClick={() => void back()}>
            {t('snippet:bringBack')}
          </Button>
        </span>
      ),
    });
  });
  return (
    <>
      {remove.problem && <NoticeBar tone="danger">{problemText(i18n, remove.problem)}</NoticeBar>}
      <div className="recordActions">
        <Button onClick={() => editSnippet(snippet)}>{t('snippet:edit')}</Button>
        <Button
          variant="default"
          aria-busy={remove.busy}
          onClick={() => void remove.run([saved(version, true)])}
        >
          {t('snippet:remove')}
        </Button>
      </div>
    </>
  );
}
