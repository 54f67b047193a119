import { type Draft, dropped, enqueue, nextToSend, type Outbox, type OutgoingMessage, refused, restored, retried, sending, stored, unanswered } from '../model/outbox';
import type { ChatMessage } from '../model/types';

/** What came of sending: posted; no answer (it may or may not have arrived); or a refusal with its reason. */
export type Sent = { kind: 'POSTED'; message: ChatMessage } | { kind: 'UNANSWERED' } | { kind: 'REFUSED'; reason: string };

export interface OutboxSettings {
  /** Where it is kept, one key a person. */
  key: string;
  storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** Sends under the message's idempotency key. Never throws. */
  send: (message: OutgoingMessage) => Promise<Sent>;
  isOnline: () => boolean;
  /** Runs one after the other, among all tabs of this browser. */
  exclusively: (work: () => Promise<void>) => Promise<void>;
  /** Tries again later; returns how to cancel. */
  later: (attempt: number, run: () => void) => () => void;
  newKey: () => string;
  now: () => string;
}

/** Messages on their way, outside React: they go on being sent while their author is on another page, and after a reload. */
export interface OutboxStore {
  get: () => Outbox;
  subscribe: (listener: () => void) => () => void;
  onPosted: (listener: (message: ChatMessage) => void) => () => void;
  add: (draft: Draft) => void;
  retry: (key: string) => void;
  discard: (key: string) => void;
  /** Sends what waits: when the network is back, when another tab has written. */
  flush: () => void;
  /** Reads what another tab has written. */
  reread: () => void;
  close: () => void;
}

export function createOutbox({ key, storage, send, isOnline, exclusively, later, newKey, now }: OutboxSettings): OutboxStore {
  const inFlight = new Set<string>();
  const listeners = new Set<() => void>();
  const postedListeners = new Set<(message: ChatMessage) => void>();
  let failures = 0;
  let asked = false;
  let closed = false;
  let cancelLater: (() => void) | null = null;

  /** The storage is the truth, so that tabs agree; what this tab is sending is marked on top. */
  const read = (): Outbox => restored(kept()).map((entry) => (inFlight.has(entry.key) ? { ...entry, state: 'SENDING' } : entry));
  let memory: string | null = null;
  /** Storage is switched off or full: then the queue lasts as long as the page. */
  let unstored = false;
  const kept = () => {
    try {
      return unstored ? memory : storage.getItem(key);
    } catch {
      return memory;
    }
  };
  let snapshot = read();
  const changed = () => {
    snapshot = read();
    for (const listener of listeners) listener();
  };
  const update = (change: (outbox: Outbox) => Outbox) => {
    memory = stored(change(read()));
    try {
      storage.setItem(key, memory);
    } catch {
      unstored = true;
    }
    changed();
  };

  const deliver = async (message: OutgoingMessage): Promise<boolean> => {
    inFlight.add(message.key);
    update((outbox) => sending(outbox, message.key));
    const sent = await send(message);
    inFlight.delete(message.key);
    if (sent.kind === 'POSTED') {
      // First the message, then the queue: it never vanishes in between.
      for (const listener of postedListeners) listener(sent.message);
      update((outbox) => dropped(outbox, message.key));
    } else if (sent.kind === 'REFUSED') update((outbox) => refused(outbox, message.key, sent.reason));
    else update((outbox) => unanswered(outbox, message.key));
    return sent.kind !== 'UNANSWERED';
  };

  const drain = async () => {
    const running = new Set<Promise<void>>();
    let answered = true;
    while (!closed) {
      const next = answered && isOnline() ? nextToSend(read()) : null;
      if (next) {
        const job: Promise<void> = deliver(next).then((got) => {
          answered &&= got;
          running.delete(job);
        });
        running.add(job);
      } else if (running.size > 0) await Promise.race(running);
      else break;
    }
    failures = answered ? 0 : failures + 1;
    if (!answered && !closed) cancelLater = later(failures, flush);
  };

  function flush(): void {
    cancelLater?.();
    cancelLater = null;
    if (asked || closed || !nextToSend(read())) return;
    asked = true;
    void exclusively(async () => {
      asked = false;
      await drain();
    });
  }

  return {
    get: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onPosted: (listener) => {
      postedListeners.add(listener);
      return () => postedListeners.delete(listener);
    },
    add: (draft) => {
      update((outbox) => enqueue(outbox, draft, newKey(), now()));
      flush();
    },
    retry: (entry) => {
      update((outbox) => retried(outbox, entry));
      flush();
    },
    discard: (entry) => update((outbox) => dropped(outbox, entry)),
    flush,
    reread: () => {
      changed();
      flush();
    },
    close: () => {
      closed = true;
      cancelLater?.();
    },
  };
}
