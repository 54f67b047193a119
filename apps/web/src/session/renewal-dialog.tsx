'use client';
import { useState } from 'react';
import { renewOnce } from '@/graphql/refresh';
import type { RenewalRefusal } from '@/graphql/renewal';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { CodeStep } from './code-step';

const TITLES: Readonly<Record<RenewalRefusal['code'], string>> = {
  TWO_FACTOR_REQUIRED: 'Enter a code to go on',
  NETWORK_NOT_ALLOWED: 'You cannot work from this network',
  DEVICE_NOT_ALLOWED: 'This device is not approved',
};

/**
 * The session waits for its person: for a code, or until they are back on a network or device that is allowed. Nothing on the page is
 * lost meanwhile; leaving for the sign-in screen is their choice.
 */
export function RenewalDialog({ refusal, onDone }: { refusal: RenewalRefusal; onDone: (continued: boolean) => void }) {
  const [reason, setReason] = useState(refusal.message);
  const [trying, setTrying] = useState(false);
  const again = async () => {
    setTrying(true);
    const { renewed, refusal: still } = await renewOnce().catch(() => ({ renewed: false, refusal: { ...refusal, message: 'The server cannot be reached. Check the connection; nothing was lost.' } }));
    setTrying(false);
    if (renewed) onDone(true);
    else if (still) setReason(still.message);
    else onDone(false);
  };
  const code = refusal.code === 'TWO_FACTOR_REQUIRED' && refusal.challenge;
  return (
    <Dialog
      open
      onOpenChange={() => undefined}
      size="sm"
      stays
      title={TITLES[refusal.code]}
      description={`${reason} What you typed on this page stays where it is.`}
      footer={
        code ? undefined : (
          <>
            <Button onClick={() => onDone(false)}>Sign in again</Button>
            <Button variant="primary" autoFocus disabled={trying} onClick={() => void again()}>
              {trying ? 'Trying…' : 'Try again'}
            </Button>
          </>
        )
      }
    >
      {code ? <CodeStep challenge={code} recovery onDone={() => onDone(true)} onRestart={() => onDone(false)} /> : null}
    </Dialog>
  );
}
