/** The rules of resuming, without React and without a transport. */

/** What every live event carries; a document may select more. */
export interface StreamEvent {
  position: string;
  type: 'CHANGED' | 'ENTERED' | 'REMOVED' | 'RESYNC' | 'ADVANCED';
  /** What kind of record; null on RESYNC and ADVANCED. */
  subject?: string | null;
  id?: string | null;
}

export interface Sink<Event> {
  next: (event: Event) => void;
  /** The stream ended, by an error or by the server. */
  end: (error: unknown) => void;
}

export interface ResumableOptions<Event extends StreamEvent> {
  /** Opens one stream that begins after `after` (null: from now on); returns how to close it. */
  open: (after: string | null, sink: Sink<Event>) => () => void;
  onEvent: (event: Event) => void;
  /** What was missed cannot be told any more, or rights changed: load afresh. */
  onResync: () => void;
  /** Position of the state already on screen. */
  after?: string | null;
  /** Runs `attempt` later; returns how to cancel. Default: a growing, jittered timeout, cut short when the network comes back. */
  wait?: (attempts: number, attempt: () => void) => () => void;
}

/** Positions count up in one order per organization; compared as integers, whatever their length. */
export function isAfter(position: string, last: string | null): boolean {
  return last === null || BigInt(position) > BigInt(last);
}

/** 0.4 s doubling to 15 s, of which a random half. */
export function backoff(attempts: number, random: () => number = Math.random): number {
  const ceiling = Math.min(15_000, 400 * 2 ** Math.min(attempts, 6));
  return ceiling / 2 + random() * (ceiling / 2);
}

function waitForNetwork(attempts: number, attempt: () => void): () => void {
  const timer = setTimeout(run, backoff(attempts));
  function cancel() {
    clearTimeout(timer);
    window.removeEventListener('online', run);
  }
  function run() {
    cancel();
    attempt();
  }
  window.addEventListener('online', run);
  return cancel;
}

/**
 * Keeps one stream open until closed. After a drop it subscribes anew after the last position seen; whatever is at or before that
 * position is dropped, so each event is told once and in order. ADVANCED moves the position in silence.
 */
export function resumable<Event extends StreamEvent>({ open, onEvent, onResync, after = null, wait = waitForNetwork }: ResumableOptions<Event>) {
  let last = after;
  let attempts = 0;
  let closed = false;
  let close: (() => void) | null = null;
  let cancelWait: (() => void) | null = null;

  const receive = (event: Event) => {
    attempts = 0;
    if (closed) return;
    // Changed rights come at the present position, a restored backup at an earlier one: from there it goes on.
    if (event.type !== 'RESYNC' && !isAfter(event.position, last)) return;
    last = event.position;
    if (event.type === 'RESYNC') onResync();
    else if (event.type !== 'ADVANCED') onEvent(event);
  };

  const start = () => {
    cancelWait = null;
    if (closed) return;
    let ended = false;
    const stop = open(last, {
      next: (event) => !ended && receive(event),
      end: () => {
        if (ended) return;
        ended = true;
        close = null;
        if (!closed) cancelWait = wait(attempts++, again);
      },
    });
    // The stream may have ended while it was being opened.
    if (ended) stop();
    else close = stop;
  };
  const again = () => {
    // Without a position nobody can say what was missed meanwhile.
    if (last === null) onResync();
    start();
  };
  start();

  return {
    /** The last position seen; null before the first event. */
    position: () => last,
    close: () => {
      closed = true;
      cancelWait?.();
      close?.();
    },
  };
}
