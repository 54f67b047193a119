'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { isCurrent } from './is-current';
import { useSettingsSections } from './use-settings-sections';

const showCurrent = (link: HTMLAnchorElement | null) => link?.scrollIntoView({ block: 'nearest' });

/** The settings area: its sections beside the page; on narrow screens the overview at /settings is the way between them. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const groups = useSettingsSections();
  const pathname = usePathname();
  return (
    <div className="flex min-h-0 min-w-0 flex-1">
      <nav aria-label="Settings" className="flex w-52 shrink-0 flex-col gap-4 overflow-y-auto border-r px-2 py-4 max-lg:hidden">
        {groups.map(({ group, label, sections }) => (
          <div key={group} role="group" aria-label={label} className="flex flex-col gap-0.5">
            <span className="px-2 pb-1 text-xs text-faint">{label}</span>
            {sections.map((section) => {
              const current = isCurrent(section.href, pathname);
              return (
                <Link
                  key={section.id}
                  href={section.href}
                  aria-current={current ? 'page' : undefined}
                  // The list is longer than a screen: where one is stands in sight.
                  ref={current ? showCurrent : undefined}
                  className={cn('flex h-8 items-center rounded-md px-2 text-sm transition-colors pointer-coarse:h-11', current ? 'bg-selected font-medium text-text' : 'text-muted hover:bg-hover hover:text-text')}
                >
                  <span className="truncate">{section.label}</span>
                </Link>
              );
            })}
          </div>
        ))}
      </nav>
      <div className="flex min-w-0 flex-1 flex-col overflow-y-auto">{children}</div>
    </div>
  );
}
