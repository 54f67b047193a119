import type { Metadata } from 'next';
import { SecurityPolicyScreen } from '@/features/security-policy/security-policy-screen';

export const metadata: Metadata = { title: 'Security policy' };

export default function SecurityPolicyPage() {
  return <SecurityPolicyScreen />;
}
