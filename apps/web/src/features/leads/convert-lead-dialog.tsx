'use client';
import { useQuery } from '@apollo/client/react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ConvertLeadDocument, LeadConversionPreviewDocument, type LeadQuery } from '@/gql/leads/leads';
import { CheckboxField, DateField, FormDialog, MoneyField, TextField, useMutationForm } from '@/kit';
import { cn } from '@/lib/cn';
import { notify } from '@/ui';
import { servicesText } from '../shared/services';
import { reasonsOf } from './lead-duplicates';

type Lead = NonNullable<LeadQuery['lead']>;

/** Stage 3: customer, contact and deal in one step; customers that may be the same are offered first. */
export function ConvertLeadDialog({ lead, onClose }: { lead: Lead; onClose: () => void }) {
  const router = useRouter();
  const { data } = useQuery(LeadConversionPreviewDocument, { variables: { id: lead.id }, fetchPolicy: 'network-only' });
  const known = data?.leadConversionPreview.customers ?? [];
  const [customerId, setCustomerId] = useState<string | null>(null);
  const currency = lead.budget?.currency ?? lead.currency;
  const services = lead.requestedServices.length > 0 ? servicesText(lead.requestedServices) : 'New business';
  const form = useMutationForm({
    document: ConvertLeadDocument,
    defaults: {
      customer: { name: lead.company ?? lead.name ?? '' }, contact: { name: lead.name ?? '', email: lead.email ?? '', phone: lead.phone ?? '' }, makeContact: Boolean(lead.name), makeDeal: true,
      deal: { name: `${services} for ${lead.company ?? lead.displayName}`, amount: lead.budget?.amountMinor ?? (null as string | null), expectedClose: null as string | null },
    },
    variables: (values) => ({
      input: {
        id: lead.id, version: lead.version, customerId, customer: customerId ? null : { name: values.customer.name.trim() || null },
        withoutContact: !values.makeContact, contact: values.makeContact ? { name: values.contact.name.trim() || null, email: values.contact.email.trim() || null, phone: values.contact.phone.trim() || null } : null,
        withoutDeal: !values.makeDeal,
        deal: values.makeDeal ? { name: values.deal.name.trim() || null, expectedClose: values.deal.expectedClose || null, amount: values.deal.amount ? { amountMinor: values.deal.amount, currency } : null } : null,
      },
    }),
    select: (answer) => answer.convertLead,
    paths: { 'deal.amount.amountMinor': 'deal.amount' },
    refetch: ['Lead'],
    onDone: ({ lead: converted }) => {
      notify.success('Lead converted');
      onClose();
      if (converted?.convertedDeal) router.push(`/deals/${converted.convertedDeal.id}`);
      else if (converted?.convertedCustomer) router.push(`/customers/${converted.convertedCustomer.id}`);
    },
  });
  const [makeContact, makeDeal] = form.methods.watch(['makeContact', 'makeDeal']);
  return (
    <FormDialog open onOpenChange={onClose} title="Convert the lead" description="Customer, contact and deal are made together, or nothing is." submitLabel="Convert" form={form} size="lg">
      {known.length > 0 ? (
        <fieldset className="flex flex-col gap-1.5 rounded-md border border-warning bg-warning-soft p-3 text-sm">
          <legend className="sr-only">Customer</legend>
          <p className="font-medium text-warning-text">This may be a customer you know:</p>
          {[...known.map(({ customer, reasons }) => ({ id: customer.id as string | null, name: customer.name, hint: reasonsOf(reasons) })), { id: null, name: 'None of them, a new customer', hint: '' }].map((choice) => (
            <label key={choice.id ?? 'new'} className={cn('flex items-start gap-2 rounded-md px-1 py-0.5', customerId === choice.id && 'font-medium')}>
              <input type="radio" name="known-customer" className="mt-1" checked={customerId === choice.id} onChange={() => setCustomerId(choice.id)} />
              <span>{choice.name}{choice.hint ? <span className="block text-xs font-normal text-muted">{choice.hint}</span> : null}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
      {customerId ? null : <TextField name="customer.name" label="Customer" required hint="Company, or the person's name." />}
      <CheckboxField name="makeContact" label="Make a contact" />
      {makeContact ? (
        <div className="grid gap-4 sm:grid-cols-3"><TextField name="contact.name" label="Contact" required /><TextField name="contact.email" label="E-mail" type="email" /><TextField name="contact.phone" label="Telephone" type="tel" /></div>
      ) : null}
      <CheckboxField name="makeDeal" label="Make a deal" />
      {makeDeal ? (
        <>
          <TextField name="deal.name" label="Deal" required />
          <div className="grid gap-4 sm:grid-cols-2"><MoneyField name="deal.amount" label="Amount" currency={currency} /><DateField name="deal.expectedClose" label="Expected close" /></div>
        </>
      ) : null}
    </FormDialog>
  );
}
