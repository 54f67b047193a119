'use client';
import { Archive, ArchiveRestore, Download } from 'lucide-react';
import { useState } from 'react';
import { ArchiveChannelDocument, RestoreChannelDocument, UpdateChannelDocument } from '@/gql/chat/channels';
import { useMutationWithIdempotency } from '@/graphql';
import { FormDialog } from '@/kit/forms/form-dialog';
import { NumberField, TextAreaField, TextField } from '@/kit/forms/text-fields';
import { useMutationForm } from '@/kit/forms/use-mutation-form';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { Dialog } from '@/ui/dialog';
import { notify } from '@/ui/toaster';
import { HistoryButton } from '../history/history-button';
import { can, type ChatChannel } from './model/types';

const EXPORTS = [
  { file: 'messages.csv', label: 'Export as table (CSV)' },
  { file: 'messages.jsonl', label: 'Export as JSON lines' },
] as const;

/** Name, topic, how long messages stay, export, archive: as far as somebody may. */
export function ChannelSettingsDialog({ channel, onChanged, onClose }: { channel: ChatChannel; onChanged: () => void; onClose: () => void }) {
  const [archiving, setArchiving] = useState(false);
  const archive = useMutationWithIdempotency(ArchiveChannelDocument, (data) => data.archiveChannel);
  const restore = useMutationWithIdempotency(RestoreChannelDocument, (data) => data.restoreChannel);
  const may = (move: string) => can(channel.viewerCan, move);
  const named = channel.kind === 'GROUP' || channel.kind === 'PRIVATE';
  const form = useMutationForm({
    document: UpdateChannelDocument,
    defaults: { name: channel.title, topic: channel.topic ?? '', retentionDays: channel.retentionDays },
    variables: ({ name, topic, retentionDays }) => ({
      input: { id: channel.id, version: channel.version, ...(named && may('update') ? { name: name.trim() } : {}), ...(may('update') ? { topic: topic.trim() || null } : {}), ...(may('retain') ? { retentionDays } : {}) },
    }),
    select: (data) => data.updateChannel,
    onDone: () => {
      notify.success('Channel saved');
      onChanged();
      onClose();
    },
  });
  const bringBack = async () => {
    const outcome = await restore.run({ input: { id: channel.id, version: channel.version } });
    if (outcome.ok) notify.success(`${channel.title} is in use again`);
    else notify.error('Not restored', outcome.failure.message);
    onChanged();
    onClose();
  };
  const tools = (
    <div className="flex flex-wrap gap-2">
      {may('export') ? EXPORTS.map(({ file, label }) => <Button key={file} asChild><a href={`/files/channels/${channel.id}/${file}`} download><Download aria-hidden className="size-3.5" />{label}</a></Button>) : null}
      <HistoryButton subject="channel" id={channel.id} name={channel.title} onRestored={() => { onChanged(); onClose(); }} />
      {may('restore') ? <Button icon={<ArchiveRestore aria-hidden className="size-3.5" />} busy={restore.busy} onClick={() => void bringBack()}>Use it again</Button> : null}
      {may('archive') ? <Button icon={<Archive aria-hidden className="size-3.5" />} onClick={() => setArchiving(true)}>Archive…</Button> : null}
    </div>
  );
  return (
    <>
      {may('update') || may('retain') ? (
        <FormDialog open={!archiving} onOpenChange={onClose} title={`Settings of ${channel.title}`} submitLabel="Save" form={form}>
          {named ? <TextField name="name" label="Name" disabled={!may('update')} /> : null}
          <TextAreaField name="topic" label="What it is about" rows={2} disabled={!may('update')} />
          {may('retain') ? <NumberField name="retentionDays" label="Delete messages after" unit="days" min={1} hint="Empty: as the organization decides." /> : null}
          {tools}
        </FormDialog>
      ) : (
        <Dialog
          open={!archiving} onOpenChange={onClose} title={`Settings of ${channel.title}`} footer={<Button onClick={onClose}>Close</Button>}
          description={channel.kind === 'DIRECT' ? 'A direct conversation has no name or topic of its own.' : channel.archivedAt ? 'It is archived. Once it is used again it can be changed.' : 'Name and topic are set by those who look after this channel.'}
        >
          <div className="flex flex-col gap-4">
            {channel.topic ? <p className="text-sm"><span className="block text-xs text-muted">What it is about</span>{channel.topic}</p> : null}
            {tools}
          </div>
        </Dialog>
      )}
      {archiving ? (
        <ConfirmDialog
          open onOpenChange={() => setArchiving(false)} title={`Archive ${channel.title}?`} confirmLabel="Archive channel" body="Everybody can still read it, but nobody can speak in it until it is used again."
          onConfirm={async () => {
            const outcome = await archive.run({ input: { id: channel.id, version: channel.version } });
            if (!outcome.ok) throw new Error(outcome.failure.message);
            notify.success(`${channel.title} is archived`);
            onChanged();
            onClose();
          }}
        />
      ) : null}
    </>
  );
}
