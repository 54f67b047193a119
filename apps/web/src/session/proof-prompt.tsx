'use client';
import { lazy, Suspense, useEffect, useState } from 'react';
import { provideProofPrompt } from '@/graphql/proof';

const ProofDialog = lazy(() => import('./proof-dialog').then((module) => ({ default: module.ProofDialog })));

/** Asks for the password or a code when the API wants a recent proof of identity; loads nothing until then. */
export function ProofPrompt() {
  const [answer, setAnswer] = useState<((proven: boolean) => void) | null>(null);
  useEffect(() => provideProofPrompt(() => new Promise((resolve) => setAnswer(() => resolve))), []);
  if (!answer) return null;
  return (
    <Suspense fallback={null}>
      <ProofDialog
        onDone={(proven) => {
          setAnswer(null);
          answer(proven);
        }}
      />
    </Suspense>
  );
}
