/** Renewing the session: one attempt at a time in this tab, and one among all tabs. */

const STAMP = 'throughline.session-renewed';
let running: Promise<boolean> | null = null;

function stamp(): string | null {
  try {
    return window.localStorage.getItem(STAMP);
  } catch {
    return null;
  }
}

async function callRefresh(): Promise<boolean> {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true' },
    body: JSON.stringify({ operationName: 'RefreshSession', query: 'mutation RefreshSession { refreshSession { errors { code } } }' }),
  });
  const body = (await response.json()) as { data?: { refreshSession?: { errors?: unknown[] } | null } | null; errors?: unknown[] };
  const renewed = !body.errors?.length && body.data?.refreshSession != null && !body.data.refreshSession.errors?.length;
  if (renewed) {
    try {
      window.localStorage.setItem(STAMP, String(Date.now()));
    } catch {
      // without storage each tab renews for itself
    }
  }
  return renewed;
}

/**
 * Renews the session by the refresh cookie. Callers that come while one attempt runs share it; a tab that waited for
 * another's attempt does not repeat it. Resolves to whether there is a session now; rejects when the server is unreachable.
 */
export function refreshSession(): Promise<boolean> {
  running ??= (async () => {
    const before = stamp();
    const attempt = async () => (stamp() !== before ? true : callRefresh());
    try {
      return await ('locks' in navigator ? navigator.locks.request('throughline.refresh', attempt) : attempt());
    } finally {
      running = null;
    }
  })();
  return running;
}
