'use client';
import { useRouter } from 'next/navigation';
import { CreateDealDocument } from '@/gql/deals/deals';
import { DateField, FormDialog, MoneyField, ReferenceField, TextAreaField, TextField, useMutationForm } from '@/kit';
import { useViewer } from '@/session';
import { notify, type Option } from '@/ui';
import { useCustomerPicker } from '../shared/pickers';

/** A new deal by hand; most come from converted leads. */
export function DealForm({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const viewer = useViewer();
  const customers = useCustomerPicker();
  const currency = viewer.organization.currency;
  const form = useMutationForm({
    document: CreateDealDocument,
    defaults: { name: '', customer: null as Option | null, amount: null as string | null, expectedClose: null as string | null, requirements: '' },
    variables: (values) => ({
      input: {
        name: values.name.trim(), customerId: values.customer?.value ?? null, expectedClose: values.expectedClose || null, requirements: values.requirements.trim() || null,
        amount: values.amount ? { amountMinor: values.amount, currency } : null,
      },
    }),
    select: (data) => data.createDeal,
    paths: { customerId: 'customer', 'amount.amountMinor': 'amount' },
    onDone: ({ deal }) => {
      notify.success('Deal created');
      if (deal) router.push(`/deals/${deal.id}`);
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} title="New deal" submitLabel="Create deal" form={form}>
      <TextField name="name" label="Name" required autoFocus />
      <ReferenceField name="customer" label="Customer" options={customers.load} hint="Needed before the deal can be won." />
      <MoneyField name="amount" label="Amount" currency={currency} />
      <DateField name="expectedClose" label="Expected close" />
      <TextAreaField name="requirements" label="What the client wants" rows={3} />
    </FormDialog>
  );
}
