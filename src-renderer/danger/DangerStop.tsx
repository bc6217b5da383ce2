import type { OpenCall } from '../call/openCall.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { useTexts } from '../useTexts.ts';
import { openDangers } from './openDangers.ts';

/** At the foot of the card: why it does not go out yet. */
export function DangerStop({ call }: { readonly call: OpenCall }) {
  const { t } = useTexts();
  const kinds = openDangers(call).map(({ kind }) => t(`danger:kind.${kind}`));
  if (kinds.length === 0) return null;
  return <NoticeBar tone="danger">{t('danger:stop', { kinds: kinds.join(', ') })}</NoticeBar>;
}
