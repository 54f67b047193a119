'use client';
import { Menu, Search } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { cn } from '@/lib/cn';
import { openPalette } from '@/kit/palette/command-palette';
import { isCurrent } from './is-current';
import { NavCount } from './nav-count';
import { useAnyNavCount, useNavCount } from './nav-counts';
import type { NavEntry } from './navigation';
import { useNavigation } from './use-shell-actions';

const PhoneDrawer = dynamic(() => import('./phone-drawer').then((module) => module.PhoneDrawer), { ssr: false });

const itemLook = 'ring-inside flex h-14 flex-1 flex-col items-center justify-center gap-0.5 text-2xs font-medium text-muted';

function PhoneLink({ entry, current }: { entry: NavEntry; current: boolean }) {
  const count = useNavCount(entry.id);
  return (
    <Link href={entry.href} aria-current={current ? 'page' : undefined} className={cn(itemLook, current && 'text-accent-text')}>
      <span className="relative">
        <entry.icon aria-hidden className="size-5" />
        <NavCount count={count} narrow />
      </span>
      {entry.label}
    </Link>
  );
}

/** On a phone: the main entries, search, and a drawer with everything. */
export function PhoneBar() {
  const pathname = usePathname();
  const [open, setOpen] = useState(false);
  const all = useNavigation();
  const entries = all.filter((entry) => entry.phone).slice(0, 3);
  const more = useAnyNavCount(all.filter((entry) => !entries.includes(entry)).map(({ id }) => id));
  return (
    <>
      <nav aria-label="Quick" className="flex shrink-0 border-t bg-raised pb-[env(safe-area-inset-bottom)] md:hidden">
        {entries.map((entry) => <PhoneLink key={entry.id} entry={entry} current={isCurrent(entry.href, pathname)} />)}
        <button type="button" className={itemLook} onClick={openPalette}>
          <Search aria-hidden className="size-5" />
          Search
        </button>
        <button type="button" className={itemLook} aria-expanded={open} onClick={() => setOpen(true)}>
          <span className="relative">
            <Menu aria-hidden className="size-5" />
            {more ? <span className="absolute -top-0.5 -right-1 size-2 rounded-full bg-danger"><span className="sr-only">Something is unread</span></span> : null}
          </span>
          Menu
        </button>
      </nav>
      {open ? <PhoneDrawer onClose={() => setOpen(false)} /> : null}
    </>
  );
}
