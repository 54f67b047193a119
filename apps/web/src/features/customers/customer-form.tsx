'use client';
import { useRouter } from 'next/navigation';
import { CreateCustomerDocument, type CustomerKind } from '@/gql/customers/customers';
import { FormDialog, SelectField, TextField, useMutationForm } from '@/kit';
import { notify } from '@/ui';
import { choices, kindLabel } from './customer-words';

/** A new customer by hand; most come from converted leads. */
export function CustomerForm({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const form = useMutationForm({
    document: CreateCustomerDocument,
    defaults: { name: '', kind: 'BUSINESS' as CustomerKind, industry: '', website: '', email: '', phone: '' },
    variables: ({ name, kind, industry, website, email, phone }) => ({
      input: { name: name.trim(), kind, industry: industry.trim() || null, website: website.trim() || null, email: email.trim() || null, phone: phone.trim() || null },
    }),
    select: (data) => data.createCustomer,
    refetch: ['CustomerList'],
    onDone: ({ customer }) => {
      notify.success('Customer created');
      if (customer) router.push(`/customers/${customer.id}`);
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} title="New customer" submitLabel="Create customer" form={form}>
      <TextField name="name" label="Name" required autoFocus />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField name="kind" label="Kind" options={choices(kindLabel)} />
        <TextField name="industry" label="Industry" />
        <TextField name="website" label="Web site" type="url" />
        <TextField name="email" label="E-mail" type="email" />
        <TextField name="phone" label="Telephone" type="tel" />
      </div>
    </FormDialog>
  );
}
