'use client';
import { LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import type { ReactNode } from 'react';
import { useSignOut, useViewer } from '@/session';
import { DropdownMenu } from '@/ui/dropdown-menu';

/** Who is signed in, appearance, sign out. The trigger is the caller's. */
export function ViewerMenu({ trigger, side = 'top', align = 'start' }: { trigger: ReactNode; side?: 'top' | 'bottom' | 'right'; align?: 'start' | 'end' }) {
  const viewer = useViewer();
  const signOut = useSignOut();
  const { theme = 'system', setTheme } = useTheme();
  const looks = [
    { id: 'light', label: 'Light', icon: <Sun aria-hidden /> },
    { id: 'dark', label: 'Dark', icon: <Moon aria-hidden /> },
    { id: 'system', label: 'As the device', icon: <Monitor aria-hidden /> },
  ];
  return (
    <DropdownMenu
      trigger={trigger}
      side={side}
      align={align}
      className="w-60"
      header={
        <div className="flex flex-col px-2 py-1.5 text-sm">
          <span className="truncate font-medium">{viewer.name}</span>
          <span className="truncate text-xs text-muted">{viewer.email}</span>
          <span className="mt-1 truncate text-xs text-muted">{viewer.roles.map((role) => role.name).join(', ')}</span>
        </div>
      }
      groups={[
        { id: 'appearance', label: 'Appearance', items: looks.map((look) => ({ id: look.id, label: look.label, checked: theme === look.id, stay: true, onSelect: () => setTheme(look.id) })) },
        { id: 'session', items: [{ id: 'sign-out', label: 'Sign out', icon: <LogOut aria-hidden />, onSelect: () => void signOut() }] },
      ]}
    />
  );
}
