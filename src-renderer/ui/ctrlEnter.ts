import type { KeyboardEvent } from 'react';

/** Ctrl+Enter from anywhere within a form; holding the keys acts once. */
export function ctrlEnter(act: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.code !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (!event.repeat) act();
  };
}
