'use client';
import { ErrorState } from '@/ui';

/** `digest` is the server's reference to its log. */
export default function RouteError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <ErrorState title="This page broke" text="Nothing you saved is lost. Try again; if it stays, tell support the reference." reference={error.digest} onRetry={retry} />
    </main>
  );
}
