'use client';
import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { PageHeader } from '@/kit/record/page-header';
import { useSettingsSections } from './use-settings-sections';

/** Everything that can be set here, with a sentence each. */
export function SettingsOverview() {
  const groups = useSettingsSections();
  return (
    <>
      <PageHeader title="Settings" />
      <div className="flex w-full max-w-3xl flex-col gap-6 p-4 md:p-6">
        {groups.map(({ group, label, sections }) => (
          <section key={group} aria-labelledby={`settings-${group}`} className="flex flex-col gap-2">
            <h2 id={`settings-${group}`} className="text-sm font-semibold">
              {label}
            </h2>
            <ul className="divide-y overflow-hidden rounded-lg border bg-raised">
              {sections.map((section) => (
                <li key={section.id}>
                  <Link href={section.href} className="flex min-h-12 items-center gap-3 px-4 py-2.5 hover:bg-hover">
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
        ))}
      </div>
    </>
  );
}
