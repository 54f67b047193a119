'use client';
import { lazy, Suspense, useEffect, useState } from 'react';
import { provideRenewalPrompt, type RenewalRefusal } from '@/graphql/renewal';

const RenewalDialog = lazy(() => import('./renewal-dialog').then((module) => ({ default: module.RenewalDialog })));

interface Asked {
  refusal: RenewalRefusal;
  answer: (continued: boolean) => void;
}

/** Stands over the page when the session may not go on by itself; the page stays as it is underneath. Loads nothing until then. */
export function RenewalPrompt() {
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => provideRenewalPrompt((refusal) => new Promise((resolve) => setAsked({ refusal, answer: resolve }))), []);
  if (!asked) return null;
  const done = (continued: boolean) => {
    setAsked(null);
    asked.answer(continued);
  };
  return (
    <Suspense fallback={null}>
      <RenewalDialog key={asked.refusal.challenge} refusal={asked.refusal} onDone={done} />
    </Suspense>
  );
}
