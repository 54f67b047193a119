/** Whether the browser has a network and the live connection is up; a tiny store outside React. */

/** `idle`: nothing subscribed. `lost`: was open and is being opened again. */
export type LiveState = 'idle' | 'connecting' | 'open' | 'lost';

let live: LiveState = 'idle';
const listeners = new Set<() => void>();

export const connectionStatus = {
  get: (): LiveState => live,
  set(next: LiveState): void {
    if (next === live) return;
    live = next;
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
