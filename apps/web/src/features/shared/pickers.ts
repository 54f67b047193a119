'use client';
import { useApolloClient } from '@apollo/client/react';
import { useMemo } from 'react';
import { PickCustomersDocument, PickPeopleDocument } from '@/gql/shared/pickers';
import type { Option, OptionLoader } from '@/ui';

/** How a form or filter finds records of one kind, and names those it holds by id. */
export interface Picker {
  load: OptionLoader;
  resolve: (ids: readonly string[]) => Promise<readonly Option[]>;
}

/** Colleagues by name, e-mail or title. */
export function usePeoplePicker(): Picker {
  const client = useApolloClient();
  return useMemo(() => {
    const ask = async (variables: { search?: string; ids?: readonly string[] }): Promise<readonly Option[]> => {
      const { data } = await client.query({ query: PickPeopleDocument, variables, fetchPolicy: 'network-only' });
      return (data?.users.nodes ?? []).filter((person) => person.tier !== 'CLIENT').map((person) => ({ value: person.id, label: person.name, hint: person.title ?? undefined }));
    };
    return { load: (term) => ask(term ? { search: term } : {}), resolve: (ids) => ask({ ids }) };
  }, [client]);
}

/** Customers by name. */
export function useCustomerPicker(): Picker {
  const client = useApolloClient();
  return useMemo(() => {
    const ask = async (variables: { search?: string; ids?: readonly string[] }): Promise<readonly Option[]> => {
      const { data } = await client.query({ query: PickCustomersDocument, variables, fetchPolicy: 'network-only' });
      return (data?.customers.nodes ?? []).map((customer) => ({ value: customer.id, label: customer.name, hint: customer.industry ?? undefined }));
    };
    return { load: (term) => ask(term ? { search: term } : {}), resolve: (ids) => ask({ ids }) };
  }, [client]);
}
