'use client';
import { ListFilter } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRef } from 'react';
import { Button } from '@/ui/button';
import { Popover } from '@/ui/popover';
import { useShortcut } from '../keys/shortcuts';
import type { FilterDef } from './filters';
import type { ListState } from './use-list-state';

const FilterPicker = dynamic(() => import('./filter-picker').then((module) => module.FilterPicker), { ssr: false });

/** "Filter": choose what to filter by, then the values, in one popover. */
export function FilterMenu({ filters, list }: { filters: readonly FilterDef[]; list: ListState }) {
  const button = useRef<HTMLButtonElement>(null);
  const open = () => {
    button.current?.focus();
    button.current?.click();
  };
  useShortcut('F', 'Filter', open, { group: 'List', enabled: filters.length > 0 });
  if (filters.length === 0) return null;
  return (
    <Popover
      flush
      label="Filter"
      trigger={
        <Button ref={button} size="sm" icon={<ListFilter aria-hidden className="size-3.5" />}>
          Filter
        </Button>
      }
    >
      {(close) => <FilterPicker filters={filters} list={list} onDone={close} />}
    </Popover>
  );
}
