import type { RunningWorkstation } from '../workstation.ts';

/** A picture in the system's clipboard, as a screenshot leaves it. */
export async function copyPicture({ app }: RunningWorkstation): Promise<void> {
  await app.evaluate(async (electron) => {
    const { clipboard, nativeImage } = electron;
    const picture = nativeImage.createFromBitmap(Buffer.alloc(40 * 30 * 4, 0x7f), { width: 40, height: 30 });
    // The runtime that stands in for the pinned one is older, and knows only the older way.
    const olderWay: unknown = Reflect.get(clipboard, 'writeImage');
    if (typeof olderWay === 'function') {
      Reflect.apply(olderWay, clipboard, [picture]);
      return;
    }
    const png = new Blob([new Uint8Array(picture.toPNG())], { type: 'image/png' });
    await clipboard.write([new electron.ClipboardItem({ 'image/png': png })]);
  });
}
