import type { CDPSession, Page } from 'playwright';
import { expect } from '../fixtures.ts';

interface AccessibleValue {
  readonly value?: unknown;
}

interface AccessibleNode {
  readonly role?: AccessibleValue;
  readonly name?: AccessibleValue;
  readonly description?: AccessibleValue;
  readonly value?: AccessibleValue;
  readonly properties?: readonly { readonly name: string; readonly value: AccessibleValue }[];
}

/** Longest wait for one word, in milliseconds: a lost connection is looked for anew after a while. */
const PATIENCE_MS = 30_000;

/** States that are said with the name of what has the focus. */
const STATES = ['checked', 'selected', 'expanded', 'invalid', 'required', 'disabled'];

/**
 * What a screen reader would say, and nothing else: the name, role, state and description of what has the focus, as the browser computes them
 * for assistive software, and the texts of live regions as they change. A live region that appears with its text already in it is not heard:
 * screen readers follow only regions that were there, and alerts.
 */
export class Ears {
  readonly page: Page;
  readonly #session: CDPSession;
  /** What the log has said. */
  readonly #logged: string[] = [];

  private constructor(page: Page, session: CDPSession) {
    this.page = page;
    this.#session = session;
  }

  /** Begins to listen. */
  static async on(page: Page): Promise<Ears> {
    await page.evaluate(followLiveRegions);
    const session = await page.context().newCDPSession(page);
    await session.send('Accessibility.enable');
    const ears = new Ears(page, session);
    await ears.#followLog();
    return ears;
  }

  /** The log stands in a tree of its own, which only the browser itself can be asked about. */
  async #followLog(): Promise<void> {
    await this.#session.send('DOM.enable');
    const { root } = await this.#session.send('DOM.getDocument', { depth: -1, pierce: true });
    const log = findLog(root);
    if (log === null) throw new Error('there is no log');
    this.#session.on('DOM.childNodeInserted', ({ parentNodeId, node }) => {
      if (parentNodeId !== log.nodeId) return;
      void this.#session
        .send('DOM.getOuterHTML', { nodeId: node.nodeId })
        .then(({ outerHTML }) => this.#logged.push(outerHTML.replace(/<[^>]*>/g, '')));
    });
  }

  /** What is said of the focus: `role "name" value (states) description`, and of a list the choice it stands on. */
  async focus(): Promise<string> {
    const own = await this.#said('document.activeElement');
    const choice = await this.#said(
      'document.getElementById(document.activeElement?.getAttribute("aria-activedescendant") ?? "")',
    );
    return choice === '' ? own : `${own} > ${choice}`;
  }

  /** How an element is said; empty where there is none. */
  async #said(expression: string): Promise<string> {
    const { result } = await this.#session.send('Runtime.evaluate', { expression });
    if (result.objectId === undefined) return '';
    const { nodes } = await this.#session.send('Accessibility.getPartialAXTree', {
      objectId: result.objectId,
      fetchRelatives: false,
    });
    const node: AccessibleNode | undefined = nodes[0];
    if (node === undefined) return '';
    const states = (node.properties ?? []).flatMap(({ name, value }) =>
      STATES.includes(name) && value.value !== false && value.value !== 'false'
        ? [`${name} ${value.value}`]
        : [],
    );
    return [
      node.role?.value,
      `"${node.name?.value ?? ''}"`,
      node.value?.value ?? '',
      states.length > 0 ? `(${states.join(', ')})` : '',
      node.description?.value ?? '',
    ]
      .filter((part) => part !== '')
      .join(' ');
  }

  /** Waits until the focus is said to be this. */
  async expectFocus(words: RegExp | string): Promise<void> {
    await expect.poll(() => this.focus(), { timeout: PATIENCE_MS }).toMatch(words);
  }

  /** Everything live regions have said, and then the log. */
  async said(): Promise<readonly string[]> {
    const live: readonly string[] = await this.page.evaluate(() => Reflect.get(window, 'saidAloud'));
    return [...live, ...this.#logged];
  }

  /** Waits until a live region has said this. What came until then is not asked for again. @returns the whole text */
  async expectSaid(words: RegExp): Promise<string> {
    await expect.poll(async () => (await this.said()).join('\n'), { timeout: PATIENCE_MS }).toMatch(words);
    const heard = (await this.said()).find((text) => words.test(text)) ?? '';
    await this.begin();
    return heard;
  }

  /** Forgets what was said. */
  async begin(): Promise<void> {
    await this.page.evaluate(() => Reflect.get(window, 'saidAloud').splice(0));
    this.#logged.splice(0);
  }

  /** Goes once around with Tab. @returns what is said at each stop */
  async around(most = 80): Promise<readonly string[]> {
    const stops: string[] = [];
    await this.page.evaluate(() => Object.assign(window, { firstStop: document.activeElement }));
    for (let presses = 0; presses < most; presses += 1) {
      stops.push(await this.focus());
      await this.page.keyboard.press('Tab');
      if (await this.page.evaluate(() => document.activeElement === Reflect.get(window, 'firstStop')))
        return stops;
    }
    throw new Error(`Tab does not come around: ${stops.join(' | ')}`);
  }

  /** Presses Tab (or another key) until something is said of the focus; gives up where nobody would have gone on. */
  async walkTo(words: RegExp, key = 'Tab', most = 60): Promise<void> {
    const passed: string[] = [];
    for (let presses = 0; presses <= most; presses += 1) {
      const now = await this.focus();
      if (words.test(now)) return;
      passed.push(now);
      await this.page.keyboard.press(key);
    }
    throw new Error(`${key} does not lead to ${words}; on the way: ${passed.join(' | ')}`);
  }
}

interface TreeNode {
  readonly nodeId: number;
  readonly attributes?: readonly string[] | undefined;
  readonly children?: readonly TreeNode[] | undefined;
  readonly shadowRoots?: readonly TreeNode[] | undefined;
}

function findLog(node: TreeNode): TreeNode | null {
  const role = node.attributes?.indexOf('role') ?? -1;
  if (role >= 0 && node.attributes?.[role + 1] === 'log') return node;
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
    const found = findLog(child);
    if (found !== null) return found;
  }
  return null;
}

/** Runs in the page. */
function followLiveRegions(): void {
  const LIVE = '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"], output';
  const said: string[] = [];
  const last = new WeakMap<Element, string>();
  const textOf = (region: Element): string => {
    const copy = region.cloneNode(true) as Element;
    for (const hidden of copy.querySelectorAll('[aria-hidden="true"], style, script')) hidden.remove();
    for (const named of copy.querySelectorAll('[aria-label]'))
      named.textContent = named.getAttribute('aria-label');
    return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
  };
  const isShown = (region: Element) =>
    region.checkVisibility() && region.closest('[aria-hidden="true"], [aria-live="off"]') === null;
  const look = (isFirst: boolean) => {
    for (const region of document.querySelectorAll(LIVE)) {
      if (!isShown(region)) continue;
      const text = textOf(region);
      const before = last.get(region);
      last.set(region, text);
      const isAlert = region.getAttribute('role') === 'alert';
      if (isFirst || text === '' || text === before || (before === undefined && !isAlert)) continue;
      said.push(text);
    }
  };
  look(true);
  new MutationObserver(() => look(false)).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  Object.assign(window, { saidAloud: said });
}
