'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { ContactRowFragment, CustomerQuery } from '@/gql/customers/customers';
import { useCan } from '@/session';
import { Avatar, Badge, Button, EmptyState } from '@/ui';
import { contactRoleLabel } from './customer-words';

// Fetched when it opens.
const ContactForm = dynamic(() => import('./contact-form').then((module) => module.ContactForm), { ssr: false });

type Customer = NonNullable<CustomerQuery['customer']>;

/** The people of a customer, the primary one first. */
export function ContactList({ customer }: { customer: Customer }) {
  const [editing, setEditing] = useState<ContactRowFragment | 'NEW' | null>(null);
  const mayCreate = useCan('contact.create');
  const mayUpdate = useCan('contact.update');
  const contacts = [...customer.contacts.nodes].sort((a, b) => Number(b.isPrimary) - Number(a.isPrimary));
  const add = mayCreate ? <Button onClick={() => setEditing('NEW')}>Add contact</Button> : null;
  return (
    <div className="flex max-w-3xl flex-col gap-3">
      {contacts.length === 0 ? <EmptyState title="No contacts yet" text="The people you talk to at this customer." actions={add} className="py-8" /> : (
        <ul className="divide-y rounded-lg border bg-raised">
          {contacts.map((contact) => (
            <li key={contact.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5 text-sm">
              <Avatar name={contact.name} />
              <div className="min-w-40 flex-1">
                <p className="flex flex-wrap items-center gap-2 font-medium">{contact.name}{contact.isPrimary ? <Badge tone="accent">Primary</Badge> : null}</p>
                <p className="text-xs text-muted">{[contact.title, contact.role ? contactRoleLabel[contact.role] : null].filter(Boolean).join(' · ') || '–'}</p>
              </div>
              <div className="min-w-40 flex-1 text-xs">
                {contact.email ? <a className="block truncate hover:underline" href={`mailto:${contact.email}`}>{contact.email}</a> : null}
                {contact.phone ? <a className="tabular block hover:underline" href={`tel:${contact.phone}`}>{contact.phone}</a> : null}
                {contact.doNotEmail || contact.doNotCall ? <span className="text-warning-text">{[contact.doNotEmail ? 'No e-mail' : null, contact.doNotCall ? 'No calls' : null].filter(Boolean).join(', ')}</span> : null}
              </div>
              {mayUpdate ? <Button size="sm" variant="ghost" aria-label={`Edit ${contact.name}`} onClick={() => setEditing(contact)}>Edit</Button> : null}
            </li>
          ))}
        </ul>
      )}
      {contacts.length > 0 ? <div>{add}</div> : null}
      {editing ? <ContactForm customerId={customer.id} contact={editing === 'NEW' ? null : editing} onClose={() => setEditing(null)} /> : null}
    </div>
  );
}
