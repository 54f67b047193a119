'use client';
import { useApolloClient } from '@apollo/client/react';
import { useMemo } from 'react';
import { AuditKindsDocument, AuditRecordsDocument } from '@/gql/audit/audit-log';
import { PickPeopleDocument } from '@/gql/shared/pickers';
import type { FilterDef, ListState } from '@/kit';
import { moments, oneOf } from '@/kit';
import type { AuditEventFilter } from '@/gql/audit/audit-log';
import type { Option } from '@/ui';
import { kindLabel, subjectLabel } from './audit-words';

/** What the audit log is narrowed by, and how each choice is found and named. */
export function useAuditFilters(): FilterDef[] {
  const client = useApolloClient();
  return useMemo(() => {
    const people = async (variables: { search?: string; ids?: readonly string[] }): Promise<readonly Option[]> => {
      const { data } = await client.query({ query: PickPeopleDocument, variables, fetchPolicy: 'network-only' });
      return (data?.users.nodes ?? []).map((person) => ({ value: person.id, label: person.name, hint: person.tier === 'CLIENT' ? 'client' : (person.title ?? undefined) }));
    };
    const kinds = async (): Promise<readonly string[]> => (await client.query({ query: AuditKindsDocument })).data?.auditKinds ?? [];
    const records = async (variables: { search?: string; filter?: AuditEventFilter }): Promise<readonly Option[]> => {
      const { data } = await client.query({ query: AuditRecordsDocument, variables, fetchPolicy: 'network-only' });
      const found = new Map<string, Option>();
      for (const { subject, subjectId, recordName } of data?.auditEvents.nodes ?? []) {
        if (!found.has(subjectId)) found.set(subjectId, { value: subjectId, label: recordName ?? `${subjectLabel(subject)} without a name`, hint: subjectLabel(subject) });
      }
      return [...found.values()];
    };
    const among = (options: readonly Option[], term: string) => options.filter(({ label, hint }) => `${label} ${hint ?? ''}`.toLowerCase().includes(term.trim().toLowerCase()));
    const kindOption = (kind: string): Option => ({ value: kind, label: kindLabel(kind) });
    const subjectOption = (subject: string): Option => ({ value: subject, label: subjectLabel(subject) });
    const byLabel = (options: Option[]) => options.sort((a, b) => a.label.localeCompare(b.label));
    return [
      { id: 'person', label: 'By or about', type: 'reference', load: (term) => people(term ? { search: term } : {}), resolve: (ids) => people({ ids }) },
      { id: 'kind', label: 'What happened', type: 'reference', load: async (term) => among(byLabel((await kinds()).map(kindOption)), term), resolve: (chosen) => Promise.resolve(chosen.map(kindOption)) },
      { id: 'subject', label: 'Kind of record', type: 'reference', load: async (term) => among(byLabel([...new Set((await kinds()).map((kind) => kind.split('.')[0] ?? kind))].map(subjectOption)), term), resolve: (chosen) => Promise.resolve(chosen.map(subjectOption)) },
      { id: 'record', label: 'Record', type: 'reference', load: (term) => records(term ? { search: term } : {}), resolve: (ids) => records({ filter: { subjectId: { in: [...ids] } } }) },
      { id: 'time', label: 'Time', type: 'date' },
      { id: 'address', label: 'Address', type: 'text' },
      { id: 'request', label: 'Request', type: 'text' },
      { id: 'refused', label: 'Refused only', type: 'flag' },
    ];
  }, [client]);
}

/** The list's choices as the API takes them; without keys that are not chosen, so that they go into an export's address as well. */
export function auditQuestion({ filters, search }: ListState): { filter: AuditEventFilter; search: string | undefined; refusedOnly: boolean | undefined } {
  const one = (values: readonly string[] | undefined) => (values?.[0] ? { eq: values[0] } : undefined);
  return {
    filter: {
      // What somebody did, and what happened to their account.
      or: filters.person ? [{ actorId: oneOf(filters.person) }, { subjectId: oneOf(filters.person) }] : undefined,
      kind: oneOf(filters.kind), subject: oneOf(filters.subject), subjectId: oneOf(filters.record), occurredAt: moments(filters.time), address: one(filters.address), requestId: one(filters.request),
    },
    search: search || undefined,
    refusedOnly: filters.refused?.[0] ? true : undefined,
  };
}
