import './jitless.ts';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import '@fontsource-variable/inter/wght.css';
import './tokens.css';
import { createRoot } from 'react-dom/client';
import { DEFAULT_SETTINGS } from '../src-shared/settings/model.ts';
import { App } from './App.tsx';
import { startTexts } from './i18n.ts';
import { call } from './ipc.ts';
import { allowStyleTextOnly } from './trustedTypes.ts';

/** The nonce with which the page's policy lets our style elements in. */
function styleNonce(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]');
  return meta?.nonce || meta?.content || window.holos.styleNonce || '';
}

async function start(root: HTMLElement): Promise<void> {
  allowStyleTextOnly();
  const nonce = styleNonce();
  // Read by the library that locks scrolling under a dialog, for the style element it adds.
  Object.assign(globalThis, { __webpack_nonce__: nonce });
  const answer = await call('settings.get', {});
  const settings = answer.ok ? answer.value : DEFAULT_SETTINGS;
  document.documentElement.lang = settings.language;
  await startTexts(settings.language);
  createRoot(root).render(<App settings={settings} styleNonce={nonce} />);
}

const root = document.getElementById('root');
if (root) void start(root);
