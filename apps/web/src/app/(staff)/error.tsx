'use client';
import { ErrorState } from '@/ui/failed-states';

/** Inside the shell, so that the rest of the workspace stays usable. */
export default function StaffError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return <ErrorState page title="This page broke" text="Nothing you saved is lost. Try again; if it stays, tell support the reference." reference={error.digest} onRetry={retry} />;
}
