import { readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { channelNames } from '../../../src-shared/ipc/contract.ts';
import { test as base, expect } from '../fixtures.ts';
import { launchWorkstation, type RunningWorkstation } from '../support/workstation.ts';

/** One workstation for the whole file: none of these attempts may leave a trace in it. */
const test = base.extend<object, { readonly desk: RunningWorkstation }>({
  desk: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of wanted fixtures from this pattern
    async ({}, use, workerInfo) => {
      const folder = join(workerInfo.project.outputDir, `security-desk-${workerInfo.workerIndex}`);
      const desk = await launchWorkstation({ userData: folder });
      await use(desk);
      await desk.kill();
    },
    { scope: 'worker' },
  ],
});

type Door = {
  invoke(name: string, input: unknown): Promise<unknown>;
  on(name: string, listener: () => void): unknown;
};

test('the page has the door and nothing else', async ({ desk }) => {
  const { page } = desk;
  const seen = await page.evaluate(() => {
    const world = window as unknown as Record<string, unknown>;
    const names = ['process', 'require', 'module', 'Buffer', 'global', 'electron', '__dirname'];
    return {
      door: Object.keys(world.holos as object).sort(),
      node: names.filter((name) => world[name] !== undefined),
    };
  });
  expect(seen).toEqual({ door: ['invoke', 'on'], node: [] });
});

test('names outside the contract throw', async ({ desk }) => {
  const { page } = desk;
  const thrown = await page.evaluate(() => {
    const { holos } = window as unknown as { holos: Door };
    const tried = [() => holos.invoke('shell.open', {}), () => holos.on('ipc-message', () => undefined)];
    return tried.map((work) => {
      try {
        void work();
        return 'passed';
      } catch (error) {
        return error instanceof Error ? error.message : 'thrown';
      }
    });
  });
  expect(thrown).toEqual(['unknown channel', 'unknown event']);
});

test('every channel refuses junk, extra keys and too much at once', async ({ desk }) => {
  const { page } = desk;
  for (const name of channelNames) {
    const ends = await page.evaluate(async (channel) => {
      const { holos } = window as unknown as { holos: Door };
      const big = { unexpectedKey: 'x'.repeat(channel === 'draft.save' ? 10_000_000 : 2_000_000) };
      const inputs = [undefined, null, 'junk', [], { unexpectedKey: 1 }, big];
      return await Promise.all(
        inputs.map((input) =>
          holos.invoke(channel, input).then(
            () => 'answered',
            (error: unknown) => (error instanceof Error ? error.message : 'thrown'),
          ),
        ),
      );
    }, name);
    for (const end of ends) expect(end, name).toMatch(/refused: (shape|size)$/);
    expect(ends.at(-1), name).toMatch(/refused: size$/);
  }
});

test('real preferences of the window are the hardened ones', async ({ desk }) => {
  const { app } = desk;
  const preferences = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      const contents = window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      const {
        sandbox,
        contextIsolation,
        nodeIntegration,
        webSecurity,
        webviewTag,
        nodeIntegrationInSubFrames,
      } = contents.getLastWebPreferences();
      return {
        sandbox,
        contextIsolation,
        nodeIntegration,
        webSecurity,
        webviewTag,
        nodeIntegrationInSubFrames,
      };
    }),
  );
  expect(preferences).toEqual([
    {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      nodeIntegrationInSubFrames: false,
    },
  ]);
});

test('the page goes nowhere, opens nothing, embeds nothing', async ({ desk }) => {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.end('<h1>not ours</h1>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const { app, page } = desk;
    const refused = countNavigations(page);
    await page.evaluate((address) => {
      const link = document.createElement('a');
      link.href = `${address}/link`;
      document.body.append(link);
      link.click();
      link.target = '_blank';
      link.click();
      link.remove();
    }, outside);
    const opened = await page.evaluate((address) => String(window.open(`${address}/open`)), outside);
    await page.evaluate((address) => {
      location.href = `${address}/location`;
    }, outside);
    await page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.src = `${address}/frame`;
      document.body.append(frame);
    }, outside);
    await page.evaluate(() => {
      location.href = 'data:text/html,<h1>not ours</h1>';
    });
    // Asked through main: Playwright itself goes on waiting for a navigation that was refused.
    const alive: unknown = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        "[location.origin, document.querySelector('main') !== null]",
      ),
    );
    expect(alive).toEqual(['app://holos', true]);
    expect(opened).toBe('null');
    expect(refused()).toEqual([]);
    expect(app.windows()).toHaveLength(1);
    expect(requests).toEqual([]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

/** Addresses outside the application that the main frame arrived at. */
function countNavigations(page: Page): () => string[] {
  const left: string[] = [];
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame() && !frame.url().startsWith('app://holos/')) left.push(frame.url());
  });
  return () => left;
}

test('inline script, eval, markup as text and the network are blocked', async ({ desk }) => {
  const { page } = desk;
  const ends = await page.evaluate(async () => {
    const endOf = async (work: () => unknown): Promise<string> => {
      try {
        return `done ${String(await work())}`;
      } catch (error) {
        return error instanceof Error ? error.name : 'thrown';
      }
    };
    const world = window as unknown as Record<string, unknown>;
    return {
      inline: await endOf(() => {
        const script = document.createElement('script');
        script.append('window.planted = 1');
        document.body.append(script);
        return world.planted;
      }),
      markup: await endOf(() => {
        document.createElement('div').innerHTML = '<img src=x onerror="window.planted = 2">';
      }),
      handler: await endOf(() => {
        const image = document.createElement('img');
        image.setAttribute('onerror', 'window.planted = 3');
        image.src = 'app://holos/nothing.png';
        document.body.append(image);
        return world.planted;
      }),
      fetch: await endOf(() => fetch('https://example.com/')),
      own: await endOf(() => fetch('app://holos/index.html')),
      socket: await endOf(
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket('ws://127.0.0.1:9/');
            socket.onopen = resolve;
            socket.onerror = () => reject(new TypeError('refused'));
          }),
      ),
      // Indirect, as a library would reach it.
      evaluated: await endOf(() => (world.eval as (text: string) => unknown)('1 + 1')),
      planted: String(world.planted),
    };
  });
  expect(ends.inline).not.toBe('done 1');
  expect(ends.markup).toBe('TypeError');
  expect(ends.handler).not.toBe('done 3');
  expect(ends.fetch).toBe('TypeError');
  expect(ends.own).toBe('TypeError');
  expect(ends.socket).toMatch(/Error$/);
  expect(ends.evaluated).toBe('EvalError');
  expect(ends.planted).toBe('undefined');
});

test('the scheme serves its folder only, to GET only', async ({ desk }) => {
  const { app } = desk;
  const answers = await app.evaluate(async ({ BrowserWindow }) => {
    const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
    const ask = async (url: string, method = 'GET'): Promise<string> => {
      try {
        const answer = await session?.fetch(url, method === 'GET' ? {} : { method, body: 'x' });
        return String(answer?.status);
      } catch {
        return 'none';
      }
    };
    return {
      page: await ask('app://holos/index.html'),
      encoded: await ask('app://holos/%2e%2e/main/main.js'),
      slash: await ask('app://holos/..%2fmain/main.js'),
      backslash: await ask('app://holos/..%5cmain%5cmain.js'),
      sibling: await ask('app://holos/..%2frenderer-old/index.html'),
      absolute: await ask('app://holos//etc/passwd'),
      otherHost: await ask('app://other/index.html'),
      post: await ask('app://holos/index.html', 'POST'),
    };
  });
  const { page, ...rest } = answers;
  expect(page).toBe('200');
  for (const [way, status] of Object.entries(rest)) expect(status, way).toMatch(/^(404|405|none)$/);
});

test('a second window of foreign making is not answered', async ({ desk }) => {
  const { app } = desk;
  const end = await app.evaluate(async ({ app: electron, BrowserWindow }) => {
    const [ours] = BrowserWindow.getAllWindows();
    if (!ours) throw new Error('no window');
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: {
        sandbox: true,
        preload: `${electron.getAppPath()}/out/preload/preload.cjs`,
        additionalArguments: [
          `--holos-names=${encodeURIComponent(JSON.stringify({ channels: ['settings.get'], events: [] }))}`,
        ],
        session: ours.webContents.session,
      },
    });
    await stranger.loadURL('app://holos/index.html');
    const answer: unknown = await stranger.webContents.executeJavaScript(
      "window.holos.invoke('settings.get', {}).then(() => 'answered', (error) => error.message)",
    );
    stranger.destroy();
    return answer;
  });
  expect(end).toMatch(/refused: sender$/);
});

test('permissions are refused by the table', async ({ desk }) => {
  const { page } = desk;
  const states = await page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'persistent-storage',
    ];
    const found: Record<string, string> = {};
    for (const name of names) {
      found[name] = (await navigator.permissions.query({ name: name as PermissionName })).state;
    }
    // An output of sound may be chosen (speaker-selection); nobody listens by that.
    found.listening = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      () => 'refused',
    );
    return { ...found, asked: await Notification.requestPermission() };
  });
  for (const [name, state] of Object.entries(states)) expect(state, name).not.toBe('granted');
});

test('what the page shows is not left in a browser cache, and the key is for this user alone', async ({
  desk,
}) => {
  const { userData } = desk;
  const files = readdirSync(userData, { recursive: true }).map(String);
  expect(files.filter((file) => /IndexedDB|Service Worker/.test(file))).toEqual([]);
  expect(statSync(join(userData, 'store.key')).mode & 0o777).toBe(0o600);
});
