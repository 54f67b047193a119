'use client';
import { Eye } from 'lucide-react';
import { useEffect, useState } from 'react';
import { EndViewAsDocument } from '@/gql/shell/view-as';
import { useMutationWithIdempotency } from '@/graphql/use-mutation';
import type { Viewer } from '@/session';
import { Button } from '@/ui/button';
import { notify } from '@/ui/toaster';

const MINUTE = 60_000;

/** The banner itself. */
export default function ViewAsBannerPart({ viewing }: { viewing: NonNullable<Viewer['viewing']> }) {
  const { run, busy } = useMutationWithIdempotency(EndViewAsDocument, (data) => data.endViewAs, { idempotent: false });
  const until = new Date(viewing.until).getTime();
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const tick = () => {
      const rest = until - Date.now();
      // The API ends it by itself: load everything as one's own again.
      if (rest <= 0) window.location.assign('/');
      else setLeft(Math.ceil(rest / MINUTE));
    };
    tick();
    const timer = setInterval(tick, 10_000);
    return () => clearInterval(timer);
  }, [until]);
  const stop = async () => {
    const outcome = await run({});
    // Ended already, by time or in another tab: that is what was wanted.
    if (outcome.ok || outcome.failure.code === 'PRECONDITION_FAILED') window.location.assign('/');
    else notify.error('Still viewing', outcome.failure.message);
  };
  return (
    <div role="region" aria-label="Viewing as somebody else" className="sticky top-0 z-40 flex shrink-0 flex-wrap items-center justify-center gap-x-3 gap-y-1 border-b-2 border-internal-border bg-internal-soft px-4 py-2 text-sm text-internal-text">
      <p>
        <Eye aria-hidden className="mr-2 inline size-4 align-text-bottom" />
        You are viewing as {viewing.kind === 'ROLE' ? 'the role ' : ''}<strong className="font-semibold">{viewing.name}</strong>. Nothing can be changed; what you open is written down.
        {left === null ? null : <span className="tabular"> {left} {left === 1 ? 'minute' : 'minutes'} left.</span>}
      </p>
      <Button size="sm" busy={busy} onClick={() => void stop()}>Stop viewing</Button>
    </div>
  );
}
