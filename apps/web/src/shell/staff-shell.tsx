'use client';
import dynamic from 'next/dynamic';
import { type ReactNode, useEffect } from 'react';
import { ConnectionBanner } from '@/kit/connection-banner';
import { ShortcutHelp } from '@/kit/keys/shortcut-help';
import { CommandPalette } from '@/kit/palette/command-palette';
import { useDensity } from '@/kit/table/use-display';
import { ProofPrompt } from '@/session/proof-prompt';
import { PhoneBar } from './phone-bar';
import { Sidebar } from './sidebar';
import { SkipLink } from './skip-link';
import { ShellActions } from './use-shell-actions';
import { ViewAsBanner } from './view-as-banner';

const RecordSearches = dynamic(() => import('./record-searches').then((module) => module.RecordSearches), { ssr: false });

function DensityMark() {
  const [density] = useDensity();
  useEffect(() => {
    document.documentElement.dataset.density = density;
    return () => {
      delete document.documentElement.dataset.density;
    };
  }, [density]);
  return null;
}

export interface StaffShellProps {
  /** In the sidebar's head. */
  bell?: ReactNode;
  /** Below the page, in the flow: it shortens lists from their end and covers no row. */
  news?: ReactNode;
  children: ReactNode;
}

/** The staff workspace around every staff page: sidebar or bottom bar, palette, keys, connection notice. Pages fill a flex column. */
export function StaffShell({ bell, news, children }: StaffShellProps) {
  return (
    <div className="flex h-dvh flex-col">
      <SkipLink />
      <ViewAsBanner />
      <ConnectionBanner />
      <div className="flex min-h-0 flex-1">
        <Sidebar bell={bell} />
        <main id="content" tabIndex={-1} className="flex min-w-0 flex-1 flex-col overflow-y-auto outline-none">
          {children}
        </main>
      </div>
      {news}
      <PhoneBar />
      <DensityMark />
      <ShellActions />
      <CommandPalette>
        <RecordSearches />
      </CommandPalette>
      <ShortcutHelp />
      <ProofPrompt />
    </div>
  );
}
