'use client';
import { useQuery } from '@apollo/client/react';
import { FileUp, Link2 } from 'lucide-react';
import Link from 'next/link';
import { LeadFormsDocument } from '@/gql/leads/lead-imports';
import { useCan } from '@/session';
import { Button, Popover } from '@/ui';

/** How leads come in without being typed: from a file, or by a public form's address. */
export function LeadListActions() {
  const mayImport = useCan('leadImport.create');
  const maySeeForms = useCan('leadForm.read');
  return (
    <>
      {maySeeForms ? <Forms /> : null}
      {mayImport ? <Button asChild><Link href="/leads/import"><FileUp aria-hidden className="size-4" /><span className="max-sm:sr-only">Import</span></Link></Button> : null}
    </>
  );
}

function Forms() {
  const { data } = useQuery(LeadFormsDocument);
  const forms = data?.leadForms.nodes ?? [];
  if (forms.length === 0) return null;
  return (
    <Popover label="Public forms" className="w-72" trigger={<Button icon={<Link2 aria-hidden className="size-4" />}><span className="max-sm:sr-only">Forms</span></Button>}>
      <div className="flex flex-col gap-2 p-1 text-sm">
        <p className="text-xs text-muted">Whoever fills one in becomes a lead. Share the address or embed the page.</p>
        <ul className="flex flex-col gap-1.5">
          {forms.map((form) => (
            <li key={form.id}>
              <a href={`/start/${form.slug}`} target="_blank" rel="noreferrer" className="font-medium hover:underline">{form.title}</a>
              <span className="block text-xs text-muted">/start/{form.slug}</span>
            </li>
          ))}
        </ul>
      </div>
    </Popover>
  );
}
