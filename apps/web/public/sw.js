// The service worker: it only tells pushes. It caches nothing, so that a page is always the server's.
const HOME = '/';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** The page a push leads to, on this origin whatever the payload says. */
function pageOf(url) {
  try {
    const target = new URL(url || HOME, self.location.origin);
    return target.origin === self.location.origin ? target.href : new URL(HOME, self.location.origin).href;
  } catch {
    return new URL(HOME, self.location.origin).href;
  }
}

self.addEventListener('push', (event) => {
  let message = {};
  try {
    message = event.data ? event.data.json() : {};
  } catch {
    // An empty or broken payload still has to be shown: browsers demand it.
  }
  const { id, title, body, url } = message;
  event.waitUntil(
    self.registration.showNotification(title || 'News', { body: body || '', tag: id || 'news', icon: '/icon.svg', badge: '/icon.svg', data: { url: pageOf(url) } }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const url = event.notification.data?.url || HOME;
  event.waitUntil(
    (async () => {
      const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
      const open = windows.find((each) => each.url === url) || windows.find((each) => 'navigate' in each);
      if (!open) return self.clients.openWindow(url);
      await open.focus();
      if (open.url !== url) await open.navigate(url).catch(() => self.clients.openWindow(url));
      return undefined;
    })(),
  );
});
