'use client';
import { PageHeader } from '@/kit/record/page-header';
import { AccountSecurity } from './account-security';
import { DevicesCard } from './devices-card';

/** How one gets in, for staff. */
export function SignInSettingsScreen() {
  return (
    <>
      <PageHeader title="Sign-in and devices" />
      <div className="flex w-full max-w-3xl flex-col gap-4 p-4 md:px-5">
        <AccountSecurity />
        <DevicesCard />
      </div>
    </>
  );
}
