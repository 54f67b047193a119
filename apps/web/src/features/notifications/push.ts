/** Enrolling this browser for pushes. */

const WORKER = '/sw.js';

/** What a push service needs of us, and we of it. */
export interface PushEnrolment {
  endpoint: string;
  p256dh: string;
  auth: string;
  name: string;
}

export type PushState = 'UNSUPPORTED' | 'DENIED' | 'OFF' | 'ON';

/** Base64url to bytes, as `applicationServerKey` wants them. */
export function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const padded = base64url.replaceAll('-', '+').replaceAll('_', '/').padEnd(Math.ceil(base64url.length / 4) * 4, '=');
  const binary = atob(padded);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

const textOf = (bytes: ArrayBuffer | null): string => btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0)))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** "Firefox on Linux": what the person recognizes it by. */
export function browserName(agent: string): string {
  const browser = [['Edg/', 'Edge'], ['OPR/', 'Opera'], ['SamsungBrowser/', 'Samsung Internet'], ['Firefox/', 'Firefox'], ['Chrome/', 'Chrome'], ['Safari/', 'Safari']].find(([mark]) => agent.includes(mark ?? ''))?.[1] ?? 'Browser';
  const system = [['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Windows', 'Windows'], ['Mac OS', 'Mac'], ['CrOS', 'ChromeOS'], ['Linux', 'Linux']].find(([mark]) => agent.includes(mark ?? ''))?.[1];
  return system ? `${browser} on ${system}` : browser;
}

const supported = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

async function present(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration(WORKER);
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** How this browser stands to pushes now. */
export async function pushState(): Promise<PushState> {
  if (!supported()) return 'UNSUPPORTED';
  if (Notification.permission === 'denied') return 'DENIED';
  return (await present().catch(() => null)) ? 'ON' : 'OFF';
}

/**
 * Asks the person, then the push service.
 *
 * @param key the organization's public key, base64url
 * @throws Error in a sentence a person can act on
 */
export async function enrol(key: string): Promise<PushEnrolment> {
  if ((await Notification.requestPermission()) !== 'granted') throw new Error('Your browser was told not to show notifications of this site. Allow them in its settings, then try again.');
  await navigator.serviceWorker.register(WORKER, { scope: '/', updateViaCache: 'none' });
  const registration = await navigator.serviceWorker.ready;
  // A subscription under another key (of another organization) cannot be used.
  await (await registration.pushManager.getSubscription())?.unsubscribe();
  try {
    const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(key) });
    return { endpoint: subscription.endpoint, p256dh: textOf(subscription.getKey('p256dh')), auth: textOf(subscription.getKey('auth')), name: browserName(navigator.userAgent) };
  } catch {
    throw new Error('Your browser’s push service cannot be reached. Check the connection, or whether this browser allows pushes.');
  }
}

/** This browser is pushed to no more. */
export async function leave(): Promise<void> {
  if (supported()) await (await present().catch(() => null))?.unsubscribe();
}
