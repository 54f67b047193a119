import type { ReactNode } from 'react';
import { Logo } from '@/ui/logo';

/** The page around everything that leads to an account: one card in the middle. */
export function AccountFrame({ children }: { children: ReactNode }) {
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center bg-sunken px-4 py-10">
      <div className="flex w-full max-w-sm flex-col gap-6 rounded-xl border bg-raised p-6 shadow-pop sm:p-8">
        <Logo />
        {children}
      </div>
    </main>
  );
}
