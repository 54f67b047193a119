'use client';
import { SlidersHorizontal } from 'lucide-react';
import { Button } from '@/ui/button';
import { DropdownMenu } from '@/ui/dropdown-menu';
import type { Column } from './types';
import { type useColumnChoice, useDensity } from './use-display';

/** Columns and density. */
export function DisplayMenu<Row>({ columns, choice }: { columns: readonly Column<Row>[]; choice: ReturnType<typeof useColumnChoice<Row>> }) {
  const [density, setDensity] = useDensity();
  return (
    <DropdownMenu
      trigger={
        <Button size="sm" variant="ghost" icon={<SlidersHorizontal aria-hidden className="size-3.5" />} aria-label="Display" className="max-md:hidden">
          Display
        </Button>
      }
      groups={[
        {
          id: 'density',
          label: 'Density',
          items: [
            { id: 'comfortable', label: 'Comfortable', checked: density === 'comfortable', stay: true, onSelect: () => setDensity('comfortable') },
            { id: 'compact', label: 'Compact', checked: density === 'compact', stay: true, onSelect: () => setDensity('compact') },
          ],
        },
        {
          id: 'columns',
          label: 'Columns',
          items: columns.slice(1).map((column) => ({ id: column.id, label: column.header, checked: choice.isShown(column.id), stay: true, onSelect: () => choice.toggle(column.id) })),
        },
        { id: 'reset', items: [{ id: 'reset', label: 'Reset columns', onSelect: choice.reset }] },
      ]}
    />
  );
}
