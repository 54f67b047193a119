'use client';
import { useRouter } from 'next/navigation';
import { ScopeTicketDocument, type TicketQuery } from '@/gql/tickets/tickets';
import { DateField, FormDialog, MoneyField, TextAreaField, TextField, useMutationForm } from '@/kit';
import { useCan } from '@/session';
import { notify } from '@/ui';

type Ticket = NonNullable<TicketQuery['ticket']>;

/** Stage 6: fixes the scope; the ticket becomes a draft project. */
export function ScopeTicketDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const router = useRouter();
  const maySeeProject = useCan('project.read');
  const form = useMutationForm({
    document: ScopeTicketDocument,
    defaults: { projectName: ticket.title, scope: ticket.deal?.requirements ?? '', startOn: null as string | null, dueOn: null as string | null, budgetMinor: ticket.deal?.amount?.amountMinor ?? null },
    variables: (values) => ({
      input: { id: ticket.id, version: ticket.version, projectName: values.projectName.trim(), scope: values.scope.trim(), startOn: values.startOn || null, dueOn: values.dueOn || null, budgetMinor: values.budgetMinor },
    }),
    select: (data) => data.scopeTicket,
    refetch: ['Ticket'],
    onDone: ({ projectId }) => {
      notify.success('Draft project created');
      onClose();
      if (projectId && maySeeProject) router.push(`/projects/${projectId}`);
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} title="Fix the scope" description="The delivering department gets a draft project to approve." submitLabel="Create draft project" size="lg" form={form}>
      <TextField name="projectName" label="Name of the project" required />
      <TextAreaField name="scope" label="What will be delivered, and what not" required rows={6} />
      <div className="grid grid-cols-1 gap-4 md:grid-cols-3">
        <DateField name="startOn" label="Start" />
        <DateField name="dueOn" label="Due" />
        <MoneyField name="budgetMinor" label="Budget" currency={ticket.deal?.amount?.currency ?? 'USD'} />
      </div>
    </FormDialog>
  );
}
