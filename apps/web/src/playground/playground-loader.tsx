'use client';
import dynamic from 'next/dynamic';
import type { Example } from './examples';

const Playground = dynamic(() => import('./playground'), { ssr: false, loading: () => <p className="p-6 text-muted">Loading the editor…</p> });

/** The editor runs in the browser only. */
export function PlaygroundLoader({ examples }: { examples: readonly Example[] }) {
  return (
    <main className="h-dvh overflow-x-auto">
      <h1 className="sr-only">API playground</h1>
      {/* An editor beside its answer needs room: a phone scrolls sideways. */}
      <div className="h-full min-w-180"><Playground examples={examples} /></div>
    </main>
  );
}
