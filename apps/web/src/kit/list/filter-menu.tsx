'use client';
import { ArrowLeft, ListFilter } from 'lucide-react';
import { Popover as Radix } from 'radix-ui';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { OptionList } from '@/ui/combobox';
import { useShortcut } from '../keys/shortcuts';
import { FilterEditor } from './filter-editor';
import type { FilterDef } from './filters';
import type { ListState } from './use-list-state';

/** "Filter": choose what to filter by, then the values, in one popover. */
export function FilterMenu({ filters, list }: { filters: readonly FilterDef[]; list: ListState }) {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<FilterDef | null>(null);
  const change = (next: boolean) => {
    setOpen(next);
    setChosen(null);
  };
  useShortcut('F', 'Filter', () => change(true), { group: 'List', enabled: filters.length > 0 });
  if (filters.length === 0) return null;
  const choose = (filter: FilterDef | undefined) => {
    if (!filter) return;
    if (filter.type === 'flag') {
      list.setFilter(filter.id, list.filters[filter.id] ? [] : ['1']);
      change(false);
    } else setChosen(filter);
  };
  return (
    <Radix.Root open={open} onOpenChange={change}>
      <Radix.Trigger asChild>
        <Button size="sm" icon={<ListFilter aria-hidden className="size-3.5" />}>
          Filter
        </Button>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content align="start" sideOffset={6} collisionPadding={12} aria-label="Filter" className="z-50 w-72 rounded-lg border bg-raised shadow-pop animate-pop outline-none">
          {chosen ? (
            <>
              <div className="flex items-center gap-1 border-b p-1">
                <Button variant="ghost" size="icon-sm" aria-label="Back to all filters" onClick={() => setChosen(null)}>
                  <ArrowLeft aria-hidden className="size-3.5" />
                </Button>
                <span className="text-xs font-medium">{chosen.label}</span>
              </div>
              <FilterEditor filter={chosen} values={list.filters[chosen.id] ?? []} onChange={(values) => list.setFilter(chosen.id, values)} onDone={() => change(false)} />
            </>
          ) : (
            <OptionList
              label="Filter by"
              source={filters.map((filter) => ({ value: filter.id, label: filter.label }))}
              chosen={Object.keys(list.filters)}
              onChoose={(option) => choose(filters.find((filter) => filter.id === option.value))}
            />
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
