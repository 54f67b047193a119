'use client';
import { PageHeader } from '@/kit/record/page-header';
import { PreferencesCards } from './preferences-cards';

/** One's own notifications, among the settings. */
export function PreferencesScreen() {
  return (
    <>
      <PageHeader title="Your notifications" />
      <div className="flex w-full max-w-3xl flex-col gap-4 p-4 md:p-5"><PreferencesCards audience="staff" /></div>
    </>
  );
}
