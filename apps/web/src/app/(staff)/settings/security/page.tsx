import type { Metadata } from 'next';
import { SecurityMonitorScreen } from '@/features/security/security-monitor-screen';

export const metadata: Metadata = { title: 'Security monitor' };

export default function SecurityMonitorPage() {
  return <SecurityMonitorScreen />;
}
