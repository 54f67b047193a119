'use client';
import { MoveTicketRequirementDocument, type RequirementMove, type TicketQuery } from '@/gql/tickets/tickets';
import { FormDialog, TextAreaField, useMutationForm } from '@/kit';

type Requirement = NonNullable<TicketQuery['ticket']>['requirements'][number];

/** Notes what the client gave, or why it cannot be used. */
export function RequirementDialog({ requirement, move, onClose }: { requirement: Requirement; move: RequirementMove; onClose: () => void }) {
  const receiving = move === 'RECEIVE';
  const form = useMutationForm({
    document: MoveTicketRequirementDocument,
    defaults: { value: requirement.value ?? '', reason: '' },
    variables: (values) => ({
      input: { id: requirement.id, version: requirement.version, move, ...(receiving ? { value: values.value.trim() || null } : { reason: values.reason.trim() || null }) },
    }),
    select: (data) => data.moveTicketRequirement,
    refetch: ['Ticket'],
    onDone: onClose,
  });
  return (
    <FormDialog open onOpenChange={onClose} title={requirement.title} submitLabel={receiving ? 'Mark as received' : 'Mark as not usable'} form={form}>
      {receiving ? <TextAreaField name="value" label="What did the client give?" rows={4} /> : <TextAreaField name="reason" label="What is wrong with it?" required rows={3} />}
    </FormDialog>
  );
}
