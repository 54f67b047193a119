'use client';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { OptionList } from '@/ui/option-list';
import { FilterEditor } from './filter-editor';
import type { FilterDef } from './filters';
import type { ListState } from './use-list-state';

/** First the filter, then its values. */
export function FilterPicker({ filters, list, onDone }: { filters: readonly FilterDef[]; list: ListState; onDone: () => void }) {
  const [chosen, setChosen] = useState<FilterDef | null>(null);
  const choose = (filter: FilterDef | undefined) => {
    if (filter?.type === 'flag') {
      list.setFilter(filter.id, list.filters[filter.id] ? [] : ['1']);
      onDone();
    } else setChosen(filter ?? null);
  };
  if (!chosen) {
    return (
      <OptionList
        label="Filter by"
        source={filters.map((filter) => ({ value: filter.id, label: filter.label }))}
        chosen={Object.keys(list.filters)}
        onChoose={(option) => choose(filters.find((filter) => filter.id === option.value))}
      />
    );
  }
  return (
    <>
      <div className="flex items-center gap-1 border-b p-1">
        <Button variant="ghost" size="icon-sm" aria-label="Back to all filters" onClick={() => setChosen(null)}>
          <ArrowLeft aria-hidden className="size-3.5" />
        </Button>
        <span className="text-xs font-medium">{chosen.label}</span>
      </div>
      <FilterEditor filter={chosen} values={list.filters[chosen.id] ?? []} onChange={(values) => list.setFilter(chosen.id, values)} onDone={onDone} />
    </>
  );
}
