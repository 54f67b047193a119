'use client';
import { LogOut, UserRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTheme } from 'next-themes';
import { useSignOut } from '@/session/use-sign-out';
import { useViewer } from '@/session';
import { DropdownMenuPart } from '@/ui/dropdown-menu-part';
import type { ViewerMenuProps } from './viewer-menu';

const looks = [
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
  { id: 'system', label: 'As the device' },
];

/** The menu itself, open from the start. */
export function ViewerMenuPart({ trigger, side = 'top', align = 'start' }: ViewerMenuProps) {
  const viewer = useViewer();
  const router = useRouter();
  const signOut = useSignOut();
  const { theme = 'system', setTheme } = useTheme();
  return (
    <DropdownMenuPart
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
        { id: 'account', items: [{ id: 'account', label: 'Your account', icon: <UserRound aria-hidden />, onSelect: () => router.push(viewer.tier === 'CLIENT' ? '/portal/account' : '/settings/profile') }] },
        { id: 'appearance', label: 'Appearance', items: looks.map((look) => ({ id: look.id, label: look.label, checked: theme === look.id, stay: true, onSelect: () => setTheme(look.id) })) },
        { id: 'session', items: [{ id: 'sign-out', label: 'Sign out', icon: <LogOut aria-hidden />, onSelect: () => void signOut() }] },
      ]}
    />
  );
}
