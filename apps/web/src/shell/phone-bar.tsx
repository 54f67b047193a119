'use client';
import { Menu, Search } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { cn } from '@/lib/cn';
import { openPalette } from '@/kit/palette/command-palette';
import { useViewer } from '@/session';
import { Avatar, Sheet } from '@/ui';
import { isCurrent } from './navigation';
import { NavList } from './sidebar';
import { useNavigation } from './use-shell-actions';
import { ViewerMenu } from './viewer-menu';

const itemLook = 'ring-inside flex h-14 flex-1 flex-col items-center justify-center gap-0.5 text-2xs font-medium text-muted';

/** On a phone: the main entries, search, and a drawer with everything. */
export function PhoneBar() {
  const pathname = usePathname();
  const viewer = useViewer();
  const [open, setOpen] = useState(false);
  const entries = useNavigation()
    .filter((entry) => entry.phone)
    .slice(0, 3);
  return (
    <>
      <nav aria-label="Quick" className="flex shrink-0 border-t bg-raised pb-[env(safe-area-inset-bottom)] md:hidden">
        {entries.map((entry) => {
          const current = isCurrent(entry.href, pathname);
          return (
            <Link key={entry.id} href={entry.href} aria-current={current ? 'page' : undefined} className={cn(itemLook, current && 'text-accent-text')}>
              <entry.icon aria-hidden className="size-5" />
              {entry.label}
            </Link>
          );
        })}
        <button type="button" className={itemLook} onClick={openPalette}>
          <Search aria-hidden className="size-5" />
          Search
        </button>
        <button type="button" className={itemLook} aria-expanded={open} onClick={() => setOpen(true)}>
          <Menu aria-hidden className="size-5" />
          Menu
        </button>
      </nav>
      <Sheet
        open={open}
        onOpenChange={setOpen}
        side="left"
        title={viewer.organization.name}
        footer={
          <ViewerMenu
            trigger={
              <button type="button" className="flex min-h-11 flex-1 items-center gap-2 rounded-md text-left">
                <Avatar name={viewer.name} size="md" />
                <span className="truncate font-medium">{viewer.name}</span>
              </button>
            }
          />
        }
      >
        <NavList onGo={() => setOpen(false)} />
      </Sheet>
    </>
  );
}
