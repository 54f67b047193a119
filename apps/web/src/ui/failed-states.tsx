'use client';
import { CloudOff, SearchX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button';
import { State, type StateOptions } from './states';

/** Nothing matches: offers to clear what narrows the list. */
export function NothingFoundState({ what, onClear, className }: { what: string; onClear: () => void; className?: string }) {
  return <State icon={<SearchX />} role="status" title={`No ${what} match`} text="Try fewer filters or another word." actions={<Button onClick={onClear}>Clear filters</Button>} className={className} />;
}

/** It failed: what failed, what to do, and the reference for support. */
export function ErrorState({ title = 'This could not be loaded', text, reference, onRetry, offline = false, page, className }: Omit<StateOptions, 'actions'> & { title?: string; text?: ReactNode; reference?: string | null; onRetry?: () => void; offline?: boolean }) {
  return (
    <State
      role="alert"
      icon={offline ? <CloudOff /> : <TriangleAlert />}
      title={title}
      text={
        <>
          {text ?? 'Try again in a moment.'}
          {reference ? <span className="mt-1 block font-mono text-xs text-faint">Reference {reference}</span> : null}
        </>
      }
      actions={onRetry ? <Button onClick={onRetry}>Try again</Button> : null}
      page={page}
      className={className}
    />
  );
}
