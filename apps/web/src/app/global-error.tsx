'use client';
import '@/styles/globals.css';

/** The last resort: the layout itself broke, so this brings its own document and leans on nothing else. */
export default function GlobalError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <main role="alert" className="flex min-h-dvh flex-col items-center justify-center gap-2 px-6 text-center">
          <h1 className="text-lg font-semibold">Throughline broke</h1>
          <p className="text-muted">Nothing you saved is lost. Try again; if it stays, tell support the reference.</p>
          {error.digest ? <p className="font-mono text-xs text-faint">Reference {error.digest}</p> : null}
          <button type="button" onClick={retry} className="mt-2 rounded-md bg-accent px-3 py-1.5 font-medium text-on-accent">
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
