'use client';
import Link from 'next/link';
import { type CustomerQuery, UpdateCustomerDocument, type UpdateCustomerInput } from '@/gql/customers/customers';
import { useMutationWithIdempotency } from '@/graphql';
import { Fact, FactList, InlineEdit, InlineSelect, useFactSaver } from '@/kit';
import { useCan } from '@/session';
import { DateText, MoneyText } from '@/ui';
import { usePeoplePicker } from '../shared/pickers';
import { TagsFact } from '../tags/tags-fact';
import { choices, kindLabel, sizeLabel } from './customer-words';

type Customer = NonNullable<CustomerQuery['customer']>;
type TextFact = 'name' | 'industry' | 'website' | 'email' | 'phone' | 'source';

const TEXTS: readonly { field: TextFact; label: string; type?: 'email' | 'tel' | 'url' }[] = [
  { field: 'name', label: 'Name' }, { field: 'industry', label: 'Industry' }, { field: 'website', label: 'Web site', type: 'url' }, { field: 'email', label: 'E-mail', type: 'email' },
  { field: 'phone', label: 'Telephone', type: 'tel' }, { field: 'source', label: 'Source' },
];

/** Facts at the side of a customer, edited in their place. */
export function CustomerFacts({ customer, onChanged }: { customer: Customer; onChanged: () => void }) {
  const update = useMutationWithIdempotency(UpdateCustomerDocument, (data) => data.updateCustomer);
  const mayEdit = useCan('customer.update');
  const people = usePeoplePicker();
  const save = useFactSaver(customer.version, (version, facts: Omit<UpdateCustomerInput, 'id' | 'version'>) => update.run({ input: { id: customer.id, version, ...facts } }), onChanged);
  return (
    <FactList title="Details">
      {TEXTS.map(({ field, label, type }) => (
        <Fact key={field} label={label}><InlineEdit label={label} value={customer[field] ?? ''} type={type} readOnly={!mayEdit} onSave={(next, force) => save({ [field]: next.trim() || null }, { field, force })} /></Fact>
      ))}
      <Fact label="Kind"><InlineSelect label="Kind" value={{ value: customer.kind, label: kindLabel[customer.kind] }} options={choices(kindLabel)} readOnly={!mayEdit} onSave={(next, force) => save({ kind: next?.value as Customer['kind'] }, { field: 'kind', force })} /></Fact>
      <Fact label="Size"><InlineSelect label="Size" value={customer.companySize ? { value: customer.companySize, label: sizeLabel[customer.companySize] } : null} options={choices(sizeLabel)} readOnly={!mayEdit} onSave={(next, force) => save({ companySize: next?.value as Customer['companySize'] }, { field: 'company_size', force })} /></Fact>
      <Fact label="Revenue"><MoneyText money={customer.annualRevenue} style="whole" /></Fact>
      <Fact label="Owner"><InlineSelect label="Owner" value={customer.owner ? { value: customer.owner.id, label: customer.owner.name } : null} options={people.load} readOnly={!mayEdit} onSave={(next, force) => save({ ownerId: next?.value ?? null }, { field: 'owner_id', force })} /></Fact>
      <Fact label="Department">{customer.department?.name ?? '–'}</Fact>
      {customer.parent ? <Fact label="Belongs to"><Link className="truncate hover:underline" href={`/customers/${customer.parent.id}`}>{customer.parent.name}</Link></Fact> : null}
      <TagsFact tags={customer.tags ?? []} readOnly={!mayEdit} onSave={(tags, force) => save({ tags }, { field: 'tags', force })} />
      <Fact label="Since"><DateText value={customer.createdAt} /></Fact>
    </FactList>
  );
}
