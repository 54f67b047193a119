import type { Metadata } from 'next';
import { PreferencesScreenLater } from '@/features/notifications/preferences-screen-later';

export const metadata: Metadata = { title: 'Your notifications' };

export default function NotificationSettingsPage() {
  return <PreferencesScreenLater />;
}
