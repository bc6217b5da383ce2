import type { KeyboardEvent } from 'react';

/** Esc in an open list closes the list and goes no further: the way back to the pad is the next press. */
export function keepEscape(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Escape' && event.currentTarget.getAttribute('aria-expanded') === 'true')
    event.stopPropagation();
}
