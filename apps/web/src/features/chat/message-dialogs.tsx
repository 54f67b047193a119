'use client';
import { useApolloClient } from '@apollo/client/react';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { CreateTaskFromMessageDocument, CreateTicketFromMessageDocument, type RequestKind } from '@/gql/chat/chat';
import { PickProjectsDocument } from '@/gql/chat/projects';
import { toFailure } from '@/graphql/failure';
import { FormDialog } from '@/kit/forms/form-dialog';
import { ReferenceField, SelectField } from '@/kit/forms/choice-fields';
import { TextField } from '@/kit/forms/text-fields';
import { useMutationForm } from '@/kit/forms/use-mutation-form';
import { Button } from '@/ui/button';
import type { OptionLoader } from '@/ui/combobox';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { DateText } from '@/ui/date-text';
import { Dialog } from '@/ui/dialog';
import type { Option } from '@/ui/select';
import { Skeleton } from '@/ui/skeleton';
import { notify } from '@/ui/toaster';
import { VisibilityMark } from '@/ui/visibility-mark';
import { RemindDialog } from '../reminders/remind-dialog';
import { useCustomerPicker } from '../shared/pickers';
import { serviceText } from '../shared/services';
import type { ChatApi, Revision } from './chat-api';
import { MessageBody } from './message-body';
import { plainText } from './model/markdown';
import type { ChatChannel, ChatMessage, Named } from './model/types';
import { readersInWords } from './side-switch';
import type { MessageDialog } from './state/use-message-commands';

export interface MessageDialogsProps {
  api: ChatApi;
  channel: ChatChannel;
  clients: readonly Named[];
  dialog: MessageDialog;
  onClose: () => void;
  onDone: (message: ChatMessage) => void;
}

/** The dialogs about one message. Fetched when the first of them opens. */
export function MessageDialogs({ dialog: { kind, message }, ...rest }: MessageDialogsProps) {
  switch (kind) {
    case 'DELETE': return <DeleteDialog message={message} {...rest} />;
    case 'PUBLISH': return <PublishDialog message={message} {...rest} />;
    case 'REVISIONS': return <RevisionsDialog message={message} {...rest} />;
    case 'TASK': return <TaskDialog message={message} {...rest} />;
    case 'TICKET': return <TicketDialog message={message} {...rest} />;
    case 'REMIND': return <RemindDialog record={{ subject: 'message', id: message.id, name: `the message of ${message.author?.name ?? 'somebody'}` }} onClose={rest.onClose} />;
  }
}

type Part = Omit<MessageDialogsProps, 'dialog'> & { message: ChatMessage };

function Quoted({ body }: { body: string | null }) {
  return <div className="max-h-48 overflow-y-auto rounded-md border bg-sunken px-3 py-2" tabIndex={0} role="region" aria-label="The message"><MessageBody body={body ?? ''} viewerId="" /></div>;
}

function DeleteDialog({ message, api, onClose, onDone }: Part) {
  return (
    <ConfirmDialog
      open onOpenChange={onClose} title="Delete this message?" confirmLabel="Delete message" danger
      body={<div className="flex flex-col gap-2"><Quoted body={message.body} /><p>Its text disappears for everybody. That there was a message, and when it was deleted, can still be seen.</p></div>}
      onConfirm={async () => {
        const done = await api.remove(message);
        if (!done.ok) throw new Error(done.reason);
        onDone(done.message);
      }}
    />
  );
}

function PublishDialog({ message, api, channel, clients, onClose, onDone }: Part) {
  const readers = clients.length > 0 ? readersInWords(clients) : 'the client';
  return (
    <ConfirmDialog
      open onOpenChange={onClose} title="Show this message to the client?" confirmLabel="Show to the client" typeToConfirm={channel.title}
      body={
        <div className="flex flex-col gap-2">
          <Quoted body={message.body} />
          <p><VisibilityMark audience="client" className="mr-1.5 align-middle" />From then on {readers} will read it, under {message.author?.name ?? 'its author'}’s name. It cannot be made internal again.</p>
        </div>
      }
      onConfirm={async () => {
        const done = await api.publish(message);
        if (!done.ok) throw new Error(done.reason);
        onDone(done.message);
      }}
    />
  );
}

function RevisionsDialog({ message, api, onClose }: Part) {
  const [revisions, setRevisions] = useState<readonly Revision[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    api.revisions(message.id).then(setRevisions, (error: unknown) => setFailure(toFailure(error).message));
  }, [api, message.id]);
  return (
    <Dialog open onOpenChange={onClose} title="Earlier versions" description={<>By {message.author?.name ?? 'somebody who left'}, the latest first.</>} footer={<Button onClick={onClose}>Close</Button>}>
      {failure ? <p role="alert" className="text-sm text-danger-text">{failure}</p> : revisions === null ? <div aria-busy="true"><Skeleton className="h-16 w-full" /></div> : revisions.length === 0 ? <p className="text-sm text-muted">There is nothing earlier that you may see.</p> : (
        <ol className="flex flex-col gap-3">
          {revisions.map(({ id, body, at, by }) => (
            <li key={id} className="flex flex-col gap-1">
              <p className="text-xs text-muted">Until <DateText value={at} format="date-time" />{by && by !== message.author?.name ? `, changed by ${by}` : ''}</p>
              <Quoted body={body} />
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}

const titleOf = (message: ChatMessage): string => {
  const words = plainText(message.body ?? '');
  return words.length > 90 ? `${words.slice(0, 88).replace(/\s+\S*$/, '')}…` : words;
};

function useProjects(): OptionLoader {
  const client = useApolloClient();
  return async (term) => {
    const { data } = await client.query({ query: PickProjectsDocument, variables: { search: term || null }, fetchPolicy: 'network-only' });
    return (data?.projects.nodes ?? []).map(({ id, number, name }): Option => ({ value: id, label: name, hint: number }));
  };
}

function TaskDialog({ message, channel, onClose }: Part) {
  const own = channel.recordSubject === 'project' && channel.recordId ? { value: channel.recordId, label: channel.title } : null;
  const projects = useProjects();
  const router = useRouter();
  const form = useMutationForm({
    document: CreateTaskFromMessageDocument,
    defaults: { project: own as Option | null, name: titleOf(message) },
    variables: ({ project, name }) => ({ input: { id: message.id, projectId: project?.value ?? '', name: name.trim() } }),
    select: (data) => data.createTaskFromMessage,
    paths: { projectId: 'project' },
    onDone: ({ taskId }) => {
      notify.success('Task created');
      if (taskId) router.push(`/tasks/${taskId}`);
      onClose();
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} title="Make a task of this message" submitLabel="Create task" form={form}>
      <Quoted body={message.body} />
      <ReferenceField name="project" label="Project" options={projects} required />
      <TextField name="name" label="What is to be done" required autoFocus />
    </FormDialog>
  );
}

const KINDS: readonly Option[] = [
  { value: 'SUPPORT', label: 'A question or a fault' }, { value: 'CHANGE_REQUEST', label: 'Something beyond what was agreed' }, { value: 'COMPLAINT', label: 'A complaint' },
];

const SERVICES: readonly Option[] = ['WEB', 'SEO', 'GMB', 'GRAPHICS', 'SOCIAL'].map((key) => ({ value: key, label: serviceText(key) }));

function TicketDialog({ message, channel, onClose }: Part) {
  const router = useRouter();
  const customers = useCustomerPicker();
  const known = channel.recordSubject === 'project' || channel.recordSubject === 'customer';
  const form = useMutationForm({
    document: CreateTicketFromMessageDocument,
    defaults: { title: titleOf(message), kind: 'SUPPORT' as RequestKind, customer: null as Option | null, service: null as string | null },
    variables: ({ title, kind, customer, service }) => ({ input: { id: message.id, title: title.trim(), kind, customerId: customer?.value ?? null, categoryKey: service } }),
    select: (data) => data.createTicketFromMessage,
    paths: { customerId: 'customer', categoryKey: 'service' },
    onDone: ({ ticketId }) => {
      notify.success('Ticket created');
      if (ticketId) router.push(`/tickets/${ticketId}`);
      onClose();
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} title="Make a ticket of this message" submitLabel="Create ticket" form={form}>
      <Quoted body={message.body} />
      <TextField name="title" label="What it is about" required autoFocus />
      <SelectField name="kind" label="Kind" options={KINDS} />
      {known ? null : <ReferenceField name="customer" label="Customer" options={customers.load} required />}
      {channel.recordSubject === 'project' ? null : <SelectField name="service" label="Kind of service" options={SERVICES} />}
    </FormDialog>
  );
}
