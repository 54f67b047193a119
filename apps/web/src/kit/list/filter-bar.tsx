'use client';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { Button } from '@/ui/button';
import { FilterChip } from './filter-chip';
import { FilterMenu } from './filter-menu';
import type { FilterDef } from './filters';
import { SearchBox } from './search-box';
import type { ListState } from './use-list-state';

/** A named state of a list: a tab that applies its query string (`status=NEW&sort=-createdAt`). */
export interface ListView {
  id: string;
  label: string;
  query: string;
}

function sameQuery(a: string, b: string): boolean {
  const normal = (query: string) => {
    const params = new URLSearchParams(query);
    for (const key of ['peek', 'view', 'new']) params.delete(key);
    params.sort();
    return params.toString();
  };
  return normal(a) === normal(b);
}

function ViewTabs({ views, list }: { views: readonly ListView[]; list: ListState }) {
  return (
    <div className="flex gap-0.5 overflow-x-auto [scrollbar-width:none]" role="group" aria-label="Views">
      {views.map((view) => {
        const current = sameQuery(view.query, list.query);
        return (
          <button
            key={view.id}
            type="button"
            aria-pressed={current}
            onClick={() => list.apply(view.query)}
            className={cn('h-7 shrink-0 rounded-md px-2.5 text-xs font-medium transition-colors pointer-coarse:h-9', current ? 'bg-neutral-soft text-text' : 'text-muted hover:bg-hover hover:text-text')}
          >
            {view.label}
          </button>
        );
      })}
    </div>
  );
}

export interface FilterBarProps {
  filters: readonly FilterDef[];
  list: ListState;
  searchPlaceholder?: string;
  views?: readonly ListView[];
  /** Right end: columns, density, a board switch. */
  children?: ReactNode;
}

/** Views, search, filter chips and display settings above a list or board. */
export function FilterBar({ filters, list, searchPlaceholder, views, children }: FilterBarProps) {
  const chosen = filters.filter((filter) => list.filters[filter.id]);
  return (
    <div className="flex flex-col gap-2 px-4 py-2 md:px-5">
      {views && views.length > 0 ? <ViewTabs views={views} list={list} /> : null}
      <div className="flex flex-wrap items-center gap-1.5">
        {searchPlaceholder ? <SearchBox value={list.search} onChange={list.setSearch} placeholder={searchPlaceholder} /> : null}
        <FilterMenu filters={filters} list={list} />
        {chosen.map((filter) => (
          <FilterChip key={filter.id} filter={filter} values={list.filters[filter.id] ?? []} onChange={(values) => list.setFilter(filter.id, values)} />
        ))}
        {chosen.length > 0 || list.search ? (
          <Button variant="ghost" size="sm" onClick={list.clear}>
            Clear
          </Button>
        ) : null}
        <div className="ml-auto flex items-center gap-1.5">{children}</div>
      </div>
    </div>
  );
}
