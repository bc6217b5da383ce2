import type { LineFeedState } from '../../src-shared/telephony/queries.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';

/** How the feed of the line stands, in words. */
export function FeedHealth({ feed }: { readonly feed: LineFeedState }) {
  const { t } = useTexts();
  const format = useFormat();
  const time = feed.lastEventAt === null ? '' : format.time(feed.lastEventAt);
  return <output>{t(`telephony:health.${feed.health}`, { port: feed.port, time })}</output>;
}
