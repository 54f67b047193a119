'use client';
import { Keyboard, LogOut, Moon, Plus, Rows3, Sun } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTheme } from 'next-themes';
import { useMemo } from 'react';
import { useShortcut } from '@/kit/keys/shortcuts';
import { openPalette } from '@/kit/palette/command-palette';
import { type PaletteAction, usePaletteActions } from '@/kit/palette/actions';
import { useDensity } from '@/kit/table/use-display';
import { usePermissionTest } from '@/session';
import { useSignOut } from '@/session/use-sign-out';
import { type NavEntry, staffNavigation } from './navigation';
import { opensSection, settingsSections } from './settings-sections';

/** The entries this viewer may use. */
export function useNavigation(): readonly NavEntry[] {
  const may = usePermissionTest();
  return useMemo(() => staffNavigation.filter((entry) => may(entry.permission)), [may]);
}

function GoShortcut({ entry }: { entry: NavEntry }) {
  const router = useRouter();
  useShortcut(entry.keys ?? '', entry.label, () => router.push(entry.href), { group: 'Go to', enabled: entry.keys !== undefined });
  return null;
}

/** What the palette and the keyboard always offer: places, creating, appearance, signing out. */
export function ShellActions() {
  const entries = useNavigation();
  const may = usePermissionTest();
  const signOut = useSignOut();
  const { resolvedTheme, setTheme } = useTheme();
  const [density, setDensity] = useDensity();
  const dark = resolvedTheme === 'dark';
  const list = useMemo<readonly PaletteAction[]>(
    () => [
      ...entries.flatMap((entry) =>
        entry.create && may(entry.create.permission) ? [{ id: `create-${entry.id}`, label: entry.create.label, group: 'Create', icon: <Plus aria-hidden />, href: `${entry.href}?new=1` }] : [],
      ),
      ...entries.map((entry) => ({ id: `go-${entry.id}`, label: entry.label, group: 'Go to', icon: <entry.icon aria-hidden />, keys: entry.keys, href: entry.href })),
      ...settingsSections.filter((section) => opensSection(section, may)).map(({ id, label, text, href }) => ({ id: `settings-${id}`, label, group: 'Settings', keywords: [text], href })),
      { id: 'theme', label: dark ? 'Light appearance' : 'Dark appearance', group: 'Settings', keywords: ['theme', 'dark', 'light'], icon: dark ? <Sun aria-hidden /> : <Moon aria-hidden />, run: () => setTheme(dark ? 'light' : 'dark') },
      { id: 'density', label: density === 'compact' ? 'Comfortable lists' : 'Compact lists', group: 'Settings', keywords: ['density'], icon: <Rows3 aria-hidden />, run: () => setDensity(density === 'compact' ? 'comfortable' : 'compact') },
      { id: 'keys', label: 'Show all keys', group: 'Settings', keys: '?', icon: <Keyboard aria-hidden />, run: () => document.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true })) },
      { id: 'sign-out', label: 'Sign out', group: 'Settings', icon: <LogOut aria-hidden />, run: () => void signOut() },
    ],
    [entries, may, dark, density, setTheme, setDensity, signOut],
  );
  usePaletteActions('shell', list);
  useShortcut('C', 'Create', openPalette, { enabled: entries.some((entry) => entry.create && may(entry.create.permission)) });
  return (
    <>
      {entries.filter((entry) => entry.keys).map((entry) => (
        <GoShortcut key={entry.id} entry={entry} />
      ))}
    </>
  );
}
