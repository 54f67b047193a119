import type { ReactNode } from 'react';
import { SettingsFrame } from '@/shell/settings-frame';

/** Every settings page stands beside the list of sections. */
export default function SettingsLayout({ children }: { children: ReactNode }) {
  return <SettingsFrame>{children}</SettingsFrame>;
}
