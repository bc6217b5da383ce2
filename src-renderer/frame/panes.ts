const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [tabindex]:not([tabindex="-1"])';

/**
 * Moves the focus to the next or previous part of the screen (elements marked `data-pane`), to where it was last in that
 * part or to its first field.
 */
export function focusPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    (pane) => pane.offsetParent !== null,
  );
  if (panes.length === 0) return;
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  const from = here === -1 ? (step === 1 ? -1 : 0) : here;
  const target = panes[(from + step + panes.length) % panes.length];
  const preferred = target?.querySelector<HTMLElement>('[data-pane-focus]');
  (preferred ?? target?.querySelector<HTMLElement>(FOCUSABLE))?.focus();
}
