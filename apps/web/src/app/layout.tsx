import '@fontsource-variable/inter/index.css';
import '@/styles/globals.css';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { localeOf } from '@/lib/locale-of';
import { Providers } from './providers';

export const metadata: Metadata = {
  title: { default: 'Throughline', template: '%s · Throughline' },
  description: 'From an enquiry to a delivered project, with the client watching the work move.',
  // Not for search engines: everything is behind a sign-in or a personal link.
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const incoming = await headers();
  const locale = localeOf(incoming.get('accept-language'));
  // The front door allows only scripts with this page's own nonce.
  const nonce = incoming.get('x-nonce') ?? undefined;
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <Providers locale={locale} nonce={nonce}>{children}</Providers>
      </body>
    </html>
  );
}
