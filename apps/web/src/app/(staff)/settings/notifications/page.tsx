import type { Metadata } from 'next';
import { PreferencesScreen } from '@/features/notifications/preferences-screen';

export const metadata: Metadata = { title: 'Your notifications' };

export default function NotificationSettingsPage() {
  return <PreferencesScreen />;
}
