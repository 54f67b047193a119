'use client';
import { type TicketQuery, ValidateTicketDocument } from '@/gql/tickets/tickets';
import { CheckboxField, FormDialog, ReferenceField, useMutationForm } from '@/kit';
import { notify, type Option } from '@/ui';
import { usePeoplePicker } from '../shared/pickers';
import { CHECKPOINTS } from './ticket-words';

type Ticket = NonNullable<TicketQuery['ticket']>;

/** Stage 5: all checkpoints hold, and an agent takes over. */
export function ValidateTicketDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const people = usePeoplePicker();
  const form = useMutationForm({
    document: ValidateTicketDocument,
    defaults: { CUSTOMER: false, CONTACT: false, SERVICES: false, BUDGET: false, agent: null as Option | null },
    variables: (values) => ({ input: { id: ticket.id, version: ticket.version, passed: CHECKPOINTS.map(({ key }) => key).filter((key) => values[key]), agentId: values.agent?.value ?? '' } }),
    select: (data) => data.validateTicket,
    paths: { agentId: 'agent' },
    refetch: ['Ticket'],
    onDone: () => {
      notify.success('Validated and assigned');
      onClose();
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} title="Validate the information" description="Everything has to hold before the agent starts. If something does not, send the ticket back with a reason." submitLabel="Validate and assign" form={form}>
      {CHECKPOINTS.map((checkpoint) => <CheckboxField key={checkpoint.key} name={checkpoint.key} label={checkpoint.label} />)}
      <ReferenceField name="agent" label="Agent" options={people.load} required />
    </FormDialog>
  );
}
