'use client';

/** A page outside the shells broke. `digest` is the server's reference to its log. Light, because it loads with every page. */
export default function RouteError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <main role="alert" className="flex min-h-dvh flex-col items-center justify-center gap-2 px-6 text-center">
      <h1 className="text-lg font-semibold">This page broke</h1>
      <p className="text-muted">Nothing you saved is lost. Try again; if it stays, tell support the reference.</p>
      {error.digest ? <p className="font-mono text-xs text-faint">Reference {error.digest}</p> : null}
      <button type="button" onClick={retry} className="mt-2 rounded-md bg-accent px-3 py-1.5 font-medium text-on-accent">
        Try again
      </button>
    </main>
  );
}
