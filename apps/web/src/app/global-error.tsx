'use client';
import '@/styles/globals.css';
import { ErrorState } from '@/ui';

/** The last resort: the layout itself broke, so this brings its own document. */
export default function GlobalError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="flex min-h-dvh items-center justify-center">
          <ErrorState title="Throughline broke" text="Nothing you saved is lost. Try again; if it stays, tell support the reference." reference={error.digest} onRetry={retry} />
        </main>
      </body>
    </html>
  );
}
