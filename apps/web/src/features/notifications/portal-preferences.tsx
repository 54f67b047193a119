'use client';
import { PreferencesCards } from './preferences-cards';

/** A client's own notifications, on the page of their account. */
export default function PortalPreferences() {
  return (
    <section id="notifications" className="flex scroll-mt-20 flex-col gap-4">
      <h2 className="pt-4 text-lg font-semibold tracking-tight">Your notifications</h2>
      <PreferencesCards audience="client" />
    </section>
  );
}
