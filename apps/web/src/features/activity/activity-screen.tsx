'use client';
import { useMemo } from 'react';
import { FilterBar, PageHeader, useListState } from '@/kit';
import { useCan } from '@/session';
import { ForbiddenState } from '@/ui';
import { ActivityList } from './activity-list';
import { activityFilter, useActivityFilters } from './use-activity-filters';

/** What the team did on the records that one sees, as one stream. */
export function ActivityScreen() {
  const filters = useActivityFilters();
  const list = useListState(filters);
  const filter = useMemo(() => activityFilter(list, new Date()), [list]);
  const may = useCan('teamActivity.read');
  return (
    <>
      <PageHeader title="Activity" />
      {may ? (
        <>
          <FilterBar filters={filters} list={list} />
          <ActivityList key={JSON.stringify(filter)} filter={filter} onClear={list.narrowed ? list.clear : null} />
        </>
      ) : <ForbiddenState />}
    </>
  );
}
