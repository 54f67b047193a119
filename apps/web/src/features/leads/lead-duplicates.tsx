'use client';
import { useQuery } from '@apollo/client/react';
import { CopyCheck } from 'lucide-react';
import Link from 'next/link';
import { LeadConversionPreviewDocument } from '@/gql/leads/leads';
import { Card, DateText } from '@/ui';
import { leadStatusLabel } from './lead-words';

const reasonText: Readonly<Record<string, string>> = { NAME: 'similar name', EMAIL: 'same e-mail', PHONE: 'same telephone', DOMAIN: 'same web domain' };

/** Why a customer may be the same: "same e-mail, similar name". */
export const reasonsOf = (reasons: readonly string[]) => reasons.map((reason) => reasonText[reason] ?? reason).join(', ');

/** Records that may be the same, where there are any. */
export function LeadDuplicates({ id }: { id: string }) {
  const { data } = useQuery(LeadConversionPreviewDocument, { variables: { id } });
  const found = data?.leadConversionPreview;
  if (!found || found.customers.length + found.leads.length === 0) return null;
  return (
    <Card title={<span className="flex items-center gap-2"><CopyCheck aria-hidden className="size-4 text-warning-text" />May be known already</span>}>
      <ul className="flex flex-col gap-2 text-sm">
        {found.customers.map(({ customer, reasons }) => (
          <li key={customer.id}><Link className="font-medium hover:underline" href={`/customers/${customer.id}`}>{customer.name}</Link><span className="text-muted"> · customer, {reasonsOf(reasons)}</span></li>
        ))}
        {found.leads.map((lead) => (
          <li key={lead.id}><Link className="font-medium hover:underline" href={`/leads/${lead.id}`}>{lead.displayName}</Link><span className="text-muted"> · lead, {leadStatusLabel[lead.status]}, <DateText value={lead.createdAt} /></span></li>
        ))}
      </ul>
    </Card>
  );
}
