'use client';
import { ChevronsUpDown, PanelLeftClose, PanelLeftOpen, Search } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { openPalette } from '@/kit/palette/command-palette';
import { useShortcut } from '@/kit/keys/shortcuts';
import { useStored } from '@/lib/use-stored';
import { useViewer } from '@/session';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { Kbd } from '@/ui/kbd';
import { Tooltip } from '@/ui/tooltip';
import { LogoMark } from '@/ui/logo';
import { isCurrent } from './is-current';
import { NavCount } from './nav-count';
import { useNavCount } from './nav-counts';
import { groupLabels, type NavEntry } from './navigation';
import { useNavigation } from './use-shell-actions';
import { ViewerMenu } from './viewer-menu';

function NavLink({ entry, current, narrow, onGo }: { entry: NavEntry; current: boolean; narrow: boolean; onGo?: () => void }) {
  const count = useNavCount(entry.id);
  const link = (
    <Link
      href={entry.href}
      onClick={onGo}
      aria-current={current ? 'page' : undefined}
      aria-label={narrow ? `${entry.label}${count > 0 ? `, ${count} unread` : ''}` : undefined}
      className={cn(
        'flex h-8 items-center gap-2.5 rounded-md px-2 text-sm font-medium transition-colors pointer-coarse:h-11',
        current ? 'bg-raised text-text shadow-lift ring-1 ring-border' : 'text-muted hover:bg-hover hover:text-text',
        narrow && 'relative w-8 justify-center px-0',
      )}
    >
      <entry.icon aria-hidden className={cn('size-4 shrink-0', current && 'text-accent-text')} />
      {narrow ? null : <span className="truncate">{entry.label}</span>}
      <NavCount count={count} narrow={narrow} />
    </Link>
  );
  return narrow ? (
    <Tooltip label={entry.label} keys={entry.keys} side="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}

/** The entries by group; also the content of the phone's drawer. */
export function NavList({ narrow = false, onGo }: { narrow?: boolean; onGo?: () => void }) {
  const pathname = usePathname();
  const entries = useNavigation();
  const groups = [...new Set(entries.map((entry) => entry.group))];
  return (
    <nav aria-label="Main" className="flex flex-1 flex-col gap-4 overflow-y-auto px-2 py-2">
      {groups.map((group) => (
        <div key={group} role="group" aria-label={groupLabels[group] || 'Overview'} className="flex flex-col gap-0.5">
          {groupLabels[group] && !narrow ? <span className="px-2 pb-1 text-xs text-faint">{groupLabels[group]}</span> : null}
          {entries
            .filter((entry) => entry.group === group)
            .map((entry) => (
              <NavLink key={entry.id} entry={entry} current={isCurrent(entry.href, pathname)} narrow={narrow} onGo={onGo} />
            ))}
        </div>
      ))}
    </nav>
  );
}

const parseFlag = (raw: string): 'open' | 'narrow' | undefined => (raw === 'open' || raw === 'narrow' ? raw : undefined);

/** The staff sidebar; collapses to icons. `bell` tells news wherever the person is. */
export function Sidebar({ bell }: { bell: ReactNode }) {
  const viewer = useViewer();
  const [state, setState] = useStored<'open' | 'narrow'>('throughline.sidebar', 'open', parseFlag);
  const narrow = state === 'narrow';
  const toggle = () => setState(narrow ? 'open' : 'narrow');
  useShortcut('[', 'Collapse or open the sidebar', toggle);
  const Toggle = narrow ? PanelLeftOpen : PanelLeftClose;
  return (
    <header className={cn('flex shrink-0 flex-col border-r bg-sunken max-md:hidden', narrow ? 'w-12 items-center' : 'w-56')}>
      <div className={cn('flex h-12 w-full shrink-0 items-center gap-2 px-3', narrow && 'justify-center px-0')}>
        {narrow ? null : (
          <>
            <LogoMark className="size-5.5" />
            <span className="min-w-0 flex-1 truncate font-semibold">{viewer.organization.name}</span>
            {bell}
          </>
        )}
        <Tooltip label={narrow ? 'Open the sidebar' : 'Collapse the sidebar'} keys="[" side="right">
          <Button variant="ghost" size="icon-sm" aria-label={narrow ? 'Open the sidebar' : 'Collapse the sidebar'} aria-expanded={!narrow} onClick={toggle}>
            <Toggle aria-hidden className="size-4" />
          </Button>
        </Tooltip>
      </div>
      <div className={cn('px-2 pb-1', narrow && 'flex flex-col gap-1')}>
        {narrow ? bell : null}
        {narrow ? (
          <Tooltip label="Go, find, act" keys="Mod+K" side="right">
            <Button variant="ghost" size="icon" aria-label="Go, find, act" onClick={openPalette}>
              <Search aria-hidden className="size-4" />
            </Button>
          </Tooltip>
        ) : (
          <button type="button" onClick={openPalette} className="flex h-8 w-full items-center gap-2 rounded-md border bg-raised px-2 text-sm text-muted shadow-lift hover:border-border-strong hover:text-text">
            <Search aria-hidden className="size-3.5" />
            <span className="flex-1 text-left">Go, find, act</span>
            <Kbd keys="Mod+K" />
          </button>
        )}
      </div>
      <NavList narrow={narrow} />
      <div className="border-t p-2">
        <ViewerMenu
          trigger={
            <button type="button" aria-label={narrow ? `${viewer.name}: account` : undefined} className={cn('flex w-full items-center gap-2 rounded-md p-1 text-left hover:bg-hover', narrow && 'w-8 justify-center')}>
              <Avatar name={viewer.name} />
              {narrow ? null : (
                <>
                  <span className="min-w-0 flex-1 truncate text-sm font-medium">{viewer.name}</span>
                  <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-faint" />
                </>
              )}
            </button>
          }
        />
      </div>
    </header>
  );
}
