import { type Client, createClient } from 'graphql-ws';
import { connectionStatus } from './connection-status';
import { refreshSession } from './refresh';

const PING_MS = 12_000;
const PONG_MS = 5_000;

/**
 * The one WebSocket of this tab; opened with the first subscription, closed a little after the last. Signed in by the cookie of the
 * same origin. It never reconnects by itself: graphql-ws would repeat a subscription with its old variables, while ours must start after the
 * last position seen, so `resumable.ts` subscribes anew.
 */
export function createSocket(): Client {
  let pongTimer: ReturnType<typeof setTimeout> | undefined;
  const client = createClient({
    url: () => `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/graphql`,
    lazy: true,
    lazyCloseTimeout: 3_000,
    retryAttempts: 0,
    keepAlive: PING_MS,
    connectionAckWaitTimeout: 10_000,
    on: {
      connecting: () => connectionStatus.get() === 'idle' && connectionStatus.set('connecting'),
      connected: () => connectionStatus.set('open'),
      ping: (received) => {
        // A dead line gives no close event for minutes; an unanswered ping ends it now.
        if (!received) pongTimer = setTimeout(() => client.terminate(), PONG_MS);
      },
      pong: (received) => received && clearTimeout(pongTimer),
      closed: (event) => {
        clearTimeout(pongTimer);
        const code = event instanceof CloseEvent ? event.code : 0;
        connectionStatus.set(code === 1000 ? 'idle' : 'lost');
        // 4401 and 4403: the access cookie has run out; the next attempt needs a fresh one.
        if (code === 4401 || code === 4403) void refreshSession().catch(() => false);
      },
    },
  });
  return client;
}
