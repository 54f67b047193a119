'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { ShortcutHelp } from '@/kit/keys/shortcut-help';
import { CommandPalette } from '@/kit/palette/command-palette';
import { cn } from '@/lib/cn';

const pages = [
  { href: '/kit', label: 'Primitives' },
  { href: '/kit/list', label: 'List' },
  { href: '/kit/board', label: 'Board' },
  { href: '/kit/record', label: 'Record' },
  { href: '/kit/states', label: 'States' },
];

/** The frame of the fixture pages: as the shell would hold them, without a session. */
export function KitFrame({ children }: { children: ReactNode }) {
  const pathname = usePathname();
  return (
    <div className="flex h-dvh flex-col md:flex-row">
      <nav aria-label="Kit" className="flex shrink-0 gap-1 overflow-x-auto border-b bg-sunken p-2 md:w-44 md:flex-col md:border-r md:border-b-0">
        {pages.map((page) => (
          <Link key={page.href} href={page.href} aria-current={pathname === page.href ? 'page' : undefined} className={cn('rounded-md px-2 py-1.5 text-sm font-medium', pathname === page.href ? 'bg-raised shadow-lift' : 'text-muted')}>
            {page.label}
          </Link>
        ))}
      </nav>
      <main className="flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto">{children}</main>
      <CommandPalette />
      <ShortcutHelp />
    </div>
  );
}
