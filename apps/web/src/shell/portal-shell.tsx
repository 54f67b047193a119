'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { ConnectionBanner } from '@/kit/connection-banner';
import { usePermissionTest, useViewer } from '@/session';
import { Avatar } from '@/ui/avatar';
import { LogoMark } from '@/ui/logo';
import { isCurrent } from './is-current';
import { NavCount } from './nav-count';
import { useNavCount } from './nav-counts';
import { type PortalEntry, portalNavigation } from './portal-navigation';
import { SkipLink } from './skip-link';
import { ViewAsBanner } from './view-as-banner';
import { ViewerMenu } from './viewer-menu';

function PortalLink({ entry, current }: { entry: PortalEntry; current: boolean }) {
  const count = useNavCount(entry.id);
  return (
    <Link href={entry.href} aria-current={current ? 'page' : undefined} className={cn('flex h-9 items-center gap-1.5 rounded-md px-3 text-sm font-medium whitespace-nowrap', current ? 'bg-neutral-soft text-text' : 'text-muted hover:text-text')}>
      {entry.label}
      <NavCount count={count} narrow={false} />
    </Link>
  );
}

/** The client portal around its pages: one quiet bar, generous space, client words. `bell` and `news` tell what happened meanwhile. */
export function PortalShell({ bell, news, children }: { bell?: ReactNode; news?: ReactNode; children: ReactNode }) {
  const viewer = useViewer();
  const pathname = usePathname();
  const may = usePermissionTest();
  const entries = portalNavigation.filter((entry) => may(entry.permission));
  return (
    <div className="flex min-h-dvh flex-col bg-sunken text-base">
      <SkipLink />
      <ViewAsBanner />
      <ConnectionBanner />
      <header className="sticky top-0 z-30 border-b bg-raised/90 backdrop-blur">
        <div className="mx-auto flex h-14 max-w-5xl items-center gap-4 px-4 sm:px-6">
          <Link href="/portal" className="flex min-w-0 items-center gap-2.5 rounded-md font-semibold">
            <LogoMark />
            <span className="truncate max-sm:sr-only">{viewer.organization.name}</span>
          </Link>
          {entries.length > 1 ? (
            <nav aria-label="Main" className="flex flex-1 gap-1 overflow-x-auto [scrollbar-width:none]">
              {entries.map((entry) => (
                <PortalLink key={entry.id} entry={entry} current={isCurrent(entry.href, pathname)} />
              ))}
            </nav>
          ) : (
            <span className="flex-1" />
          )}
          {bell}
          <ViewerMenu
            side="bottom"
            align="end"
            trigger={
              <button type="button" aria-label={`${viewer.name}: account`} className="rounded-full">
                <Avatar name={viewer.name} size="md" />
              </button>
            }
          />
        </div>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-5xl flex-1 px-4 py-4 outline-none sm:px-6 sm:py-6">
        {children}
      </main>
      {news}
    </div>
  );
}
