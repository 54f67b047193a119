'use client';
import { useApolloClient } from '@apollo/client/react';
import { useMemo } from 'react';
import { ActivityDepartmentsDocument, type ActivityFilter, ActivityProjectsDocument } from '@/gql/activity/activity';
import type { FilterDef, ListState } from '@/kit';
import type { Option } from '@/ui';
import { usePeoplePicker } from '../shared/pickers';
import { ACTIVITY_SUBJECTS, subjectName } from './activity-words';

/** What the stream is narrowed by, and how each choice is found and named. */
export function useActivityFilters(): FilterDef[] {
  const client = useApolloClient();
  const people = usePeoplePicker();
  return useMemo(() => {
    const departments = async (): Promise<readonly Option[]> => {
      const { data } = await client.query({ query: ActivityDepartmentsDocument });
      return (data?.departments.nodes ?? []).filter(({ archived }) => !archived).map(({ id, name }) => ({ value: id, label: name }));
    };
    const projects = async (variables: { search?: string; ids?: readonly string[] }): Promise<readonly Option[]> => {
      const { data } = await client.query({ query: ActivityProjectsDocument, variables, fetchPolicy: 'network-only' });
      return (data?.projects.nodes ?? []).map(({ id, name, number }) => ({ value: id, label: name, hint: number }));
    };
    return [
      { id: 'person', label: 'Person', type: 'reference', single: true, load: people.load, resolve: people.resolve },
      {
        id: 'department', label: 'Department', type: 'reference', single: true,
        load: async (term) => (await departments()).filter(({ label }) => label.toLowerCase().includes(term.trim().toLowerCase())),
        resolve: async (ids) => (await departments()).filter(({ value }) => ids.includes(value)),
      },
      { id: 'project', label: 'Project', type: 'reference', single: true, load: (term) => projects(term ? { search: term } : {}), resolve: (ids) => projects({ ids }) },
      { id: 'kind', label: 'Kind of record', type: 'choice', options: ACTIVITY_SUBJECTS.map((subject) => ({ value: subject, label: subjectName(subject) })) },
      { id: 'since', label: 'Since', type: 'choice', single: true, options: SINCE },
    ];
  }, [client, people]);
}

const SINCE: readonly Option[] = [{ value: '1', label: 'Today' }, { value: '7', label: 'Last 7 days' }, { value: '30', label: 'Last 30 days' }];

/** The choices as the API takes them. */
export function activityFilter({ filters }: Pick<ListState, 'filters'>, today: Date): ActivityFilter {
  const days = Number(filters.since?.[0] ?? 0);
  const from = new Date(today.getFullYear(), today.getMonth(), today.getDate() - days + 1);
  return {
    ...(filters.person?.[0] ? { actorId: filters.person[0] } : {}), ...(filters.department?.[0] ? { departmentId: filters.department[0] } : {}),
    ...(filters.project?.[0] ? { recordId: filters.project[0] } : {}), ...(filters.kind ? { subjects: filters.kind.filter((subject) => ACTIVITY_SUBJECTS.includes(subject)) } : {}),
    ...(days > 0 ? { since: from.toISOString() } : {}),
  };
}
