'use client';
import { useEffect, useRef } from 'react';

/** One live shortcut. `keys`: `J`, `Shift+X`, `Mod+K`, `?`, or a sequence `G L`. */
export interface Shortcut {
  keys: string;
  label: string;
  group: string;
  run: (event: KeyboardEvent) => void;
  /** Also while typing in a field (only for combinations with Mod). */
  whileTyping: boolean;
}

const active = new Set<Shortcut>();
const watchers = new Set<() => void>();
let snapshot: readonly Shortcut[] = [];
let started: { key: string; at: number } | null = null;

function changed(): void {
  snapshot = [...active];
  for (const watcher of watchers) watcher();
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ? (target as HTMLInputElement).type !== 'checkbox' : false;
}

/** Enter and Space belong to a focused button or link. */
function ownsActivation(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' && event.key !== ' ') return false;
  return event.target instanceof Element && event.target.closest('button, a[href], summary, [role="button"], [role="checkbox"], [role="tab"], [role="combobox"]') !== null;
}

/** Whether something modal, a menu or a list box has the keyboard now. */
function keyboardTaken(): boolean {
  return document.querySelector('[role="dialog"][data-state="open"]:not([data-keys="page"]), [role="menu"], [role="listbox"][data-state="open"], [data-dragging]') !== null;
}

/** `Shift` counts only beside letters and named keys: `?` is typed with it on many layouts. */
export function matches(step: string, event: Pick<KeyboardEvent, 'key' | 'metaKey' | 'ctrlKey' | 'altKey' | 'shiftKey'>): boolean {
  const parts = step.split('+');
  const key = parts.at(-1) ?? '';
  const named = key.length > 1 || /[a-z]/i.test(key);
  if (parts.includes('Mod') !== (event.metaKey || event.ctrlKey) || parts.includes('Alt') !== event.altKey) return false;
  if (named && parts.includes('Shift') !== event.shiftKey) return false;
  return event.key.toLowerCase() === key.toLowerCase();
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || ownsActivation(event)) return;
  const typing = isTyping(event.target);
  const taken = keyboardTaken();
  const first = started && event.timeStamp - started.at < 1_200 ? started.key : null;
  // The latest registered wins: an open panel's keys come before the page's.
  const candidates = [...active].reverse().filter((shortcut) => (shortcut.whileTyping ? true : !typing && !taken));
  const hit =
    (first && candidates.find(({ keys }) => keys.includes(' ') && keys.split(' ')[0]?.toLowerCase() === first && matches(keys.split(' ')[1] ?? '', event))) ||
    candidates.find(({ keys }) => !keys.includes(' ') && matches(keys, event));
  started = null;
  if (hit) {
    event.preventDefault();
    hit.run(event);
    return;
  }
  const begins = candidates.some(({ keys }) => keys.includes(' ') && matches(keys.split(' ')[0] ?? '', event));
  if (begins) started = { key: event.key.toLowerCase(), at: event.timeStamp };
}

/** All live shortcuts, for the help sheet (`useSyncExternalStore`). */
export const shortcutStore = {
  get: (): readonly Shortcut[] => snapshot,
  getServer: (): readonly Shortcut[] => EMPTY,
  subscribe(watcher: () => void): () => void {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  },
};
const EMPTY: readonly Shortcut[] = [];

/**
 * A shortcut that lives as long as the component and shows in the `?` sheet. Plain keys are silent while someone types or a dialog is open.
 * Pass `enabled: false` to hold it back.
 */
export function useShortcut(keys: string, label: string, run: (event: KeyboardEvent) => void, { group = 'Everywhere', enabled = true, whileTyping = false }: { group?: string; enabled?: boolean; whileTyping?: boolean } = {}): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const shortcut: Shortcut = { keys, label, group, whileTyping, run: (event) => latest.current(event) };
    if (active.size === 0) document.addEventListener('keydown', onKeyDown);
    active.add(shortcut);
    changed();
    return () => {
      active.delete(shortcut);
      if (active.size === 0) document.removeEventListener('keydown', onKeyDown);
      changed();
    };
  }, [keys, label, group, enabled, whileTyping]);
}
