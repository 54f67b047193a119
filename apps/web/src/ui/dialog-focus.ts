'use client';
import { useState } from 'react';

const REACHABLE = 'input:not(:disabled):not([type=hidden]), select:not(:disabled), textarea:not(:disabled), button:not(:disabled), a[href], [tabindex="0"]';

/** The first part of a window that somebody would use: in its body, else among its buttons; never the cross in its corner. */
function firstOf(content: HTMLElement): HTMLElement | null {
  for (const part of content.querySelectorAll('[data-dialog-part]')) {
    const found = [part, ...part.querySelectorAll(REACHABLE)].filter((element): element is HTMLElement => element instanceof HTMLElement && element.matches(REACHABLE)).find((element) => element.getClientRects().length > 0);
    if (found) return found;
  }
  return null;
}

/**
 * Where the focus goes when a window without a button of its own opens, and back to when it closes: Radix gives it back to its trigger only.
 * To be used by what is mounted as it opens.
 */
export function useDialogFocus() {
  const [before] = useState(() => document.activeElement);
  return {
    onOpenAutoFocus(event: Event) {
      // Where fingers point, a field with the focus covers half of the screen.
      const first = window.matchMedia('(pointer: coarse)').matches || !(event.target instanceof HTMLElement) ? null : firstOf(event.target);
      if (!first) return;
      event.preventDefault();
      first.focus();
    },
    onCloseAutoFocus() {
      // Whatever took the focus meanwhile keeps it.
      if (document.activeElement === document.body && before instanceof HTMLElement && before.isConnected) before.focus();
    },
  };
}
