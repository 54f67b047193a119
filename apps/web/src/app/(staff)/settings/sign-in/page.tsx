import type { Metadata } from 'next';
import { SignInSettingsScreen } from '@/features/account/sign-in-settings-screen';

export const metadata: Metadata = { title: 'Sign-in and devices' };

export default function SignInSettingsPage() {
  return <SignInSettingsScreen />;
}
