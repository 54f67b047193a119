'use client';
import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useSettingsSections } from '@/shell/use-settings-sections';

/** Where somebody begins whose role has no leads, deals, tickets, projects or tasks: people's work, the organization's, their own account. */
export function YourPlaces() {
  const sections = useSettingsSections().toSorted((one, other) => Number(one.group === 'account') - Number(other.group === 'account')).flatMap((group) => group.sections);
  return (
    <section aria-labelledby="your-places" className="flex max-w-3xl flex-col gap-2">
      <h2 id="your-places" className="text-sm font-semibold">Where to begin</h2>
      <ul className="divide-y overflow-hidden rounded-lg border bg-raised">
        {sections.slice(0, 8).map((section) => (
          <li key={section.id}>
            <Link href={section.href} className="ring-inside flex min-h-12 items-center gap-3 px-4 py-2.5 hover:bg-hover">
              <span className="flex min-w-0 flex-1 flex-col">
                <span className="text-sm font-medium">{section.label}</span>
                <span className="text-sm text-muted">{section.text}</span>
              </span>
              <ChevronRight aria-hidden className="size-4 shrink-0 text-faint" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
