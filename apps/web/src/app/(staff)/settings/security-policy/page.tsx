import type { Metadata } from 'next';
import { SecurityPolicyScreenLater } from '@/features/security-policy/security-policy-screen-later';

export const metadata: Metadata = { title: 'Security policy' };

export default function SecurityPolicyPage() {
  return <SecurityPolicyScreenLater />;
}
