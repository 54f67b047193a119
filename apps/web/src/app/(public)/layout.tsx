import type { ReactNode } from 'react';
import { Logo } from '@/ui/logo';

/** Public pages (capture form, quote): no session, one column, a quiet foot. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col bg-sunken text-base">
      <main id="content" className="mx-auto w-full max-w-2xl flex-1 px-4 py-8 sm:px-6 sm:py-14">
        {children}
      </main>
      <footer className="flex justify-center py-6 text-muted">
        <Logo className="text-sm" />
      </footer>
    </div>
  );
}
