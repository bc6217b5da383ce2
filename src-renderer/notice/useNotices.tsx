import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { groupNotices, type ToldNotices } from '../../src-shared/notice/grouped.ts';
import type { Notice } from '../../src-shared/notice/model.ts';
import { useAppeals } from '../appeal/store.ts';
import { openAppeal } from '../frame/openAppeal.ts';
import { useFrame } from '../frame/store.ts';
import { call } from '../ipc.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';

/** Words of a notice with its way on; the focus stays where it is. */
function NoticeWords({ notice }: { readonly notice: Notice }) {
  const { t } = useTexts();
  const format = useFormat();
  return (
    <span className="toastLine">
      <span>
        {t(`notice:${notice.kind}`, { number: notice.number })}
        <br />
        <span className="small soft tabular">
          {t('notice:by', { name: notice.byName, time: format.moment(notice.at, Date.now()) })}
        </span>
      </span>
      <Button
        size="compact-sm"
        variant="light"
        onClick={() => {
          notifications.hide(notice.id);
          openAppeal(notice.kind === 'taken' ? 'all' : 'mine', notice.appeal);
        }}
      >
        {t('notice:open')}
      </Button>
    </span>
  );
}

/** Many notices of one kind in one message; whoever goes to the list has seen them. */
function ManyWords({ kind, notices }: ToldNotices['many'][number]) {
  const { t } = useTexts();
  const show = async () => {
    notifications.hide(toastOf(kind));
    useFrame.getState().go('mine');
    for (const { id } of notices) await call('notice.seen', { notice: id });
  };
  return (
    <span className="toastLine">
      <span>{t(`notice:many.${kind}`, { count: notices.length })}</span>
      <Button size="compact-sm" variant="light" onClick={() => void show()}>
        {t('notice:show')}
      </Button>
    </span>
  );
}

const KINDS: readonly Notice['kind'][] = ['assigned', 'taken', 'amended'];

/** One message a kind: a second wave takes the place of the first. */
function toastOf(kind: Notice['kind']): string {
  return `notices-${kind}`;
}

/**
 * Tells the operator what others did with their appeals, also after an outage. A notice stays until its appeal was opened.
 * @returns how many are not seen yet
 */
export function useNotices(): number {
  const { t } = useTexts();
  const { value, reload } = useQuery('notice.list', {}, { events: ['notice.changed'], records: ['appeal'] });
  const section = useFrame((state) => state.section);
  const views = useAppeals((state) => state.views);
  const opened =
    section === 'mine' || section === 'all' || section === 'board' ? views[section].opened : null;
  const told = useRef(new Set<string>());
  const notices = value?.notices;

  useEffect(() => {
    for (const notice of notices ?? []) {
      if (notice.appeal !== opened) continue;
      notifications.hide(notice.id);
      void call('notice.seen', { notice: notice.id }).then((answer) => answer.ok && reload());
    }
    const { single, many } = groupNotices((notices ?? []).filter(({ appeal }) => appeal !== opened));
    // What was taken back or seen meanwhile is not told any more.
    for (const kind of KINDS)
      if (!many.some((group) => group.kind === kind)) notifications.hide(toastOf(kind));
    for (const group of many) {
      if (group.notices.every(({ id }) => told.current.has(id))) continue;
      for (const { id } of group.notices) {
        told.current.add(id);
        notifications.hide(id);
      }
      notifications.hide(toastOf(group.kind));
      notifications.show({
        id: toastOf(group.kind),
        message: <ManyWords {...group} />,
        autoClose: false,
        closeButtonProps: { 'aria-label': t('notice:hide') },
      });
    }
    for (const notice of single) {
      if (!told.current.has(notice.id)) {
        told.current.add(notice.id);
        notifications.show({
          id: notice.id,
          message: <NoticeWords notice={notice} />,
          autoClose: false,
          closeButtonProps: { 'aria-label': t('notice:hide') },
        });
      }
    }
  }, [notices, opened, reload, t]);
  useEffect(() => () => notifications.clean(), []);
  return notices?.length ?? 0;
}
