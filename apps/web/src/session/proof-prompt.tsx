'use client';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { provideProofPrompt } from '@/graphql/proof';

const ProofDialog = dynamic(() => import('./proof-dialog').then((module) => module.ProofDialog), { ssr: false });

/** Asks for the password or a code when the API wants a recent proof of identity; loads nothing until then. */
export function ProofPrompt() {
  const [answer, setAnswer] = useState<((proven: boolean) => void) | null>(null);
  useEffect(() => provideProofPrompt(() => new Promise((resolve) => setAnswer(() => resolve))), []);
  if (!answer) return null;
  return (
    <ProofDialog
      onDone={(proven) => {
        setAnswer(null);
        answer(proven);
      }}
    />
  );
}
