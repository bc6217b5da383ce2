/** What is said when it changes; alerts are left out, for screen readers say them as they appear. */
const REGIONS = '[role="status"]';

/** Text a screen reader would say of an element: its parts with spaces between, without what is hidden from it. */
export function heardText(region: Element): string {
  const parts: string[] = [];
  const walk = (node: Node) => {
    if (node instanceof Element && node.getAttribute('aria-hidden') === 'true') return;
    if (node.nodeType === Node.TEXT_NODE) parts.push(node.textContent ?? '');
    else for (const child of node.childNodes) walk(child);
  };
  walk(region);
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}

/**
 * Texts of the regions that have come into the page with their text already in them.
 * @param known regions seen before; those found now are added
 */
export function appearedTexts(added: readonly Node[], known: WeakSet<Element>): string[] {
  const texts: string[] = [];
  for (const node of added) {
    if (!(node instanceof Element) || !node.isConnected) continue;
    const inside = [...node.querySelectorAll(REGIONS)];
    for (const region of node.matches(REGIONS) ? [node, ...inside] : inside) {
      if (known.has(region)) continue;
      known.add(region);
      const text = heardText(region);
      if (text !== '') texts.push(text);
    }
  }
  return texts;
}
