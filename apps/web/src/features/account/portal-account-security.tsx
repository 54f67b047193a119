'use client';
import { ProofPrompt } from '@/session/proof-prompt';
import { AccountSecurity } from './account-security';

/** Password, second step and sessions of a client: the only page of the portal whose changes ask for a recent proof. */
export default function PortalAccountSecurity() {
  return (
    <>
      <AccountSecurity />
      <ProofPrompt />
    </>
  );
}
