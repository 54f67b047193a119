'use client';
import { useApolloClient } from '@apollo/client/react';
import { type ContactChannel, type ContactRole, type ContactRowFragment, CreateContactDocument, UpdateContactDocument } from '@/gql/customers/customers';
import { CheckboxField, FormDialog, SelectField, TextField, useMutationForm } from '@/kit';
import { notify } from '@/ui';
import { HistoryButton } from '../history/history-button';
import { channelLabel, choices, contactRoleLabel } from './customer-words';

/** A person of a customer, new or changed. */
export function ContactForm({ customerId, contact, onClose }: { customerId: string; contact: ContactRowFragment | null; onClose: () => void }) {
  const defaults = {
    name: contact?.name ?? '', title: contact?.title ?? '', role: (contact?.role ?? null) as ContactRole | null, email: contact?.email ?? '', phone: contact?.phone ?? '',
    preferredChannel: (contact?.preferredChannel ?? null) as ContactChannel | null, isPrimary: contact?.isPrimary ?? false, doNotEmail: contact?.doNotEmail ?? false, doNotCall: contact?.doNotCall ?? false,
  };
  const factsOf = (values: typeof defaults) => ({
    name: values.name.trim(), title: values.title.trim() || null, role: values.role, email: values.email.trim() || null, phone: values.phone.trim() || null, preferredChannel: values.preferredChannel,
    doNotEmail: values.doNotEmail, doNotCall: values.doNotCall, ...(values.isPrimary && !contact?.isPrimary ? { isPrimary: true } : {}),
  });
  const client = useApolloClient();
  const restored = () => {
    void client.refetchQueries({ include: ['Customer'] });
    onClose();
  };
  const done = (text: string) => () => {
    notify.success(text);
    onClose();
  };
  const create = useMutationForm({
    document: CreateContactDocument, defaults, variables: (values: typeof defaults) => ({ input: { customerId, ...factsOf(values) } }), select: (data) => data.createContact, refetch: ['Customer'], onDone: done('Contact added'),
  });
  const update = useMutationForm({
    document: UpdateContactDocument, defaults, variables: (values: typeof defaults) => ({ input: { id: contact?.id ?? '', version: contact?.version ?? 0, ...factsOf(values) } }),
    select: (data) => data.updateContact, refetch: ['Customer'], onDone: done('Contact saved'),
  });
  return (
    <FormDialog open onOpenChange={onClose} title={contact ? contact.name : 'New contact'} submitLabel={contact ? 'Save contact' : 'Add contact'} form={contact ? update : create}>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="name" label="Name" required autoFocus />
        <TextField name="title" label="Title" />
        <TextField name="email" label="E-mail" type="email" />
        <TextField name="phone" label="Telephone" type="tel" />
        <SelectField name="role" label="In a purchase" options={choices(contactRoleLabel)} />
        <SelectField name="preferredChannel" label="Prefers" options={choices(channelLabel)} />
      </div>
      {contact?.isPrimary ? null : <CheckboxField name="isPrimary" label="The one to ask first" />}
      <CheckboxField name="doNotEmail" label="No e-mail" />
      <CheckboxField name="doNotCall" label="No calls" />
      {contact ? <HistoryButton subject="contact" id={contact.id} name={contact.name} onRestored={restored} /> : null}
    </FormDialog>
  );
}
