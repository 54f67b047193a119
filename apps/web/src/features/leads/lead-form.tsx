'use client';
import { useRouter } from 'next/navigation';
import { CreateLeadDocument } from '@/gql/leads/leads';
import { FormDialog, MoneyField, ReferenceField, TextAreaField, TextField, useMutationForm } from '@/kit';
import { useCan, useViewer } from '@/session';
import { notify, type Option } from '@/ui';
import { usePeoplePicker } from '../shared/pickers';

/** A new lead by hand. */
export function LeadForm({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const viewer = useViewer();
  const people = usePeoplePicker();
  const mayAssign = useCan('lead.assign');
  const currency = viewer.organization.currency;
  const form = useMutationForm({
    document: CreateLeadDocument,
    defaults: { name: '', company: '', email: '', phone: '', source: '', requirements: '', budget: null as string | null, owner: null as Option | null },
    variables: (values) => ({
      input: {
        name: values.name.trim() || null, company: values.company.trim() || null, email: values.email.trim() || null, phone: values.phone.trim() || null, source: values.source.trim() || null,
        requirements: values.requirements.trim() || null, budget: values.budget ? { amountMinor: values.budget, currency } : null, ...(values.owner ? { ownerId: values.owner.value } : {}),
      },
    }),
    select: (data) => data.createLead,
    paths: { ownerId: 'owner', 'budget.amountMinor': 'budget' },
    refetch: ['LeadList'],
    onDone: ({ lead }) => {
      notify.success('Lead created');
      if (lead) router.push(`/leads/${lead.id}`);
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} title="New lead" description="A name, a company, an e-mail address or a telephone number is enough to start." submitLabel="Create lead" form={form}>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="name" label="Name" autoFocus />
        <TextField name="company" label="Company" />
        <TextField name="email" label="E-mail" type="email" />
        <TextField name="phone" label="Telephone" type="tel" />
        <TextField name="source" label="Source" placeholder="Call, fair, recommendation" />
        <MoneyField name="budget" label="Budget" currency={currency} />
      </div>
      <TextAreaField name="requirements" label="What is wanted" rows={3} />
      {mayAssign ? <ReferenceField name="owner" label="Owner" options={people.load} hint="You, when left empty." /> : null}
    </FormDialog>
  );
}
