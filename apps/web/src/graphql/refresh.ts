/** Renewing the session: one attempt at a time in this tab, and one among all tabs. */
import type { DeviceProof } from '@/session/device-key';
import type { RenewalRefusal } from './renewal';

/** What a refused renewal means is no part of the first load. */
const refusals = () => import('./renewal');

const STAMP = 'throughline.session-renewed';
let running: Promise<boolean> | null = null;

function stamp(): string | null {
  try {
    return window.localStorage.getItem(STAMP);
  } catch {
    return null;
  }
}

interface RefreshAnswer {
  data?: { refreshSession?: { errors?: unknown[] } | null } | null;
  errors?: { message?: string; extensions?: { code?: string; details?: { challenge?: string } | null } }[];
}

/** What became of an attempt; `refusal` when the session could go on, but not by itself. */
export interface Renewal {
  renewed: boolean;
  refusal: RenewalRefusal | null;
}

async function send(device: DeviceProof | null): Promise<RefreshAnswer> {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true' },
    body: JSON.stringify({
      operationName: 'RefreshSession',
      query: 'mutation RefreshSession($input: RefreshSessionInput) { refreshSession(input: $input) { errors { code } } }',
      variables: { input: device ? { device } : null },
    }),
  });
  return (await response.json()) as RefreshAnswer;
}

async function callRefresh(): Promise<Renewal> {
  let body = await send(null);
  if (body.errors?.[0]?.extensions?.code === 'DEVICE_NOT_ALLOWED') {
    // The organization asks which device this is; a refused attempt used nothing up.
    const { proveDevice } = await import('@/session/device-key');
    const device = await proveDevice(false);
    if (device) body = await send(device);
  }
  const renewed = !body.errors?.length && body.data?.refreshSession != null && !body.data.refreshSession.errors?.length;
  if (renewed) {
    try {
      window.localStorage.setItem(STAMP, String(Date.now()));
    } catch {
      // without storage each tab renews for itself
    }
  }
  return { renewed, refusal: renewed ? null : (await refusals()).refusalOf(body.errors?.[0]) };
}

/** One attempt, with whatever comes of it; nobody is asked. A tab that waited for another's attempt does not repeat it. */
export async function renewOnce(): Promise<Renewal> {
  const before = stamp();
  const attempt = async (): Promise<Renewal> => (stamp() !== before ? { renewed: true, refusal: null } : callRefresh());
  return 'locks' in navigator ? navigator.locks.request('throughline.refresh', attempt) : attempt();
}

/**
 * Renews the session by the refresh cookie. Callers that come while one attempt runs share it. Where the session may not go on by
 * itself, its person is asked over the open page. Resolves to whether there is a session now; rejects when the server is unreachable.
 */
export function refreshSession(): Promise<boolean> {
  running ??= (async () => {
    try {
      const { renewed, refusal } = await renewOnce();
      return renewed || (refusal !== null && (await (await refusals()).askToContinue(refusal)));
    } finally {
      running = null;
    }
  })();
  return running;
}
