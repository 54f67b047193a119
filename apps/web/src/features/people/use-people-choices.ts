'use client';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { PickDepartmentsDocument, PickRolesDocument, type PickRolesQuery } from '@/gql/people/people';
import type { Option } from '@/ui';
import type { Picker } from '../shared/pickers';

export type RoleChoice = PickRolesQuery['roles']['nodes'][number];

/** Roles and departments in use, for forms. Empty until they are there. */
export function usePeopleChoices(): { roles: readonly RoleChoice[]; departments: readonly Option[]; ready: boolean } {
  const roles = useQuery(PickRolesDocument).data;
  const departments = useQuery(PickDepartmentsDocument).data;
  return useMemo(
    () => ({
      roles: roles?.roles.nodes ?? [],
      departments: (departments?.departments.nodes ?? []).filter(({ archived }) => !archived).map(({ id, name }) => ({ value: id, label: name })),
      ready: Boolean(roles && departments),
    }),
    [roles, departments],
  );
}

const matching = (options: readonly Option[], term: string): readonly Option[] => options.filter(({ label }) => label.toLowerCase().includes(term.toLowerCase()));

/** Roles and departments as filters of a list; asked for when the filter is opened. */
export function usePeopleFilters(): { roles: Picker; departments: Picker } {
  const client = useApolloClient();
  return useMemo(() => {
    const picker = (all: () => Promise<readonly Option[]>): Picker => ({
      load: async (term) => matching(await all(), term),
      resolve: async (ids) => (await all()).filter(({ value }) => ids.includes(value)),
    });
    return {
      roles: picker(async () => ((await client.query({ query: PickRolesDocument })).data?.roles.nodes ?? []).map(({ id, name }) => ({ value: id, label: name }))),
      departments: picker(async () => ((await client.query({ query: PickDepartmentsDocument })).data?.departments.nodes ?? []).map(({ id, name }) => ({ value: id, label: name }))),
    };
  }, [client]);
}
