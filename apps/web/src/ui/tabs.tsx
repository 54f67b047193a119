'use client';
import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';

/** One tab; content is drawn only while chosen. `count` of null draws none. */
export interface Tab {
  id: string;
  label: string;
  count?: number | null;
  /** After the label: something that changes by itself (unread messages). */
  mark?: ReactNode;
  content: ReactNode;
}

export interface TabsProps {
  tabs: readonly Tab[];
  value: string;
  onValueChange: (id: string) => void;
  label: string;
  /** Right end of the tab row. */
  aside?: ReactNode;
  className?: string;
}

/** Tabs with counts. Arrow keys move between them; the row scrolls sideways on a phone. */
export function Tabs({ tabs, value, onValueChange, label, aside, className }: TabsProps) {
  return (
    <Radix.Root value={value} onValueChange={onValueChange} className={cn('flex min-h-0 flex-1 flex-col', className)}>
      <div className="flex items-center justify-between gap-3 border-b">
        <Radix.List aria-label={label} className="-mb-px flex gap-4 overflow-x-auto [scrollbar-width:none]">
          {tabs.map((tab) => (
            <Radix.Trigger
              key={tab.id}
              value={tab.id}
              className="ring-inside flex h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent text-sm font-medium text-muted transition-colors hover:text-text data-[state=active]:border-accent data-[state=active]:text-text pointer-coarse:h-11"
            >
              {tab.label}
              {tab.count === undefined || tab.count === null ? null : <span className="tabular rounded-full bg-neutral-soft px-1.5 text-2xs text-neutral-text">{tab.count}</span>}
              {tab.mark}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {aside}
      </div>
      {tabs.map((tab) => (
        <Radix.Content key={tab.id} value={tab.id} className="min-h-0 flex-1 pt-4 outline-none">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
