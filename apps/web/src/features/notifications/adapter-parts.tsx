'use client';
import Link from 'next/link';
import { useState } from 'react';
import { type NotificationAdaptersQuery, UpdateNotificationAdaptersDocument, type UpdateNotificationAdaptersInput } from '@/gql/notifications/deliveries';
import { FailureError, useMutationWithIdempotency } from '@/graphql';
import { Badge, Button, ConfirmDialog, notify } from '@/ui';

export type Adapter = NotificationAdaptersQuery['notificationAdapters'][number];

/** What every card of a connection takes. */
export interface AdapterCardProps {
  /** null while it is not connected. */
  present: Adapter | null;
  readOnly: boolean;
  onReload: () => Promise<unknown>;
}

/** How a connection stands: its host, whether it is used, and how many deliveries failed lately. */
export function AdapterState({ present }: { present: Adapter | null }) {
  if (!present) return <Badge>Not connected</Badge>;
  return (
    <span className="flex flex-wrap items-center justify-end gap-2">
      {present.failures > 0 ? <Link href={`/settings/deliveries?status=FAILED&way=${present.adapter}`} className="text-xs text-danger-text hover:underline">{present.failures} failed in a day</Link> : null}
      <Badge dot tone={present.active ? 'success' : 'neutral'}>{present.active ? `Connected to ${present.host}` : 'Connected, not used'}</Badge>
    </span>
  );
}

/** Takes a connection away; asks first, because its secret is gone then. */
export function DisconnectButton({ name, input, onReload }: { name: string; input: UpdateNotificationAdaptersInput; onReload: () => Promise<unknown> }) {
  const [asking, setAsking] = useState(false);
  const update = useMutationWithIdempotency(UpdateNotificationAdaptersDocument, (data) => data.updateNotificationAdapters);
  const disconnect = async () => {
    const outcome = await update.run({ input });
    if (!outcome.ok) throw new FailureError(outcome.failure);
    notify.success(`${name} is disconnected`);
    await onReload();
  };
  return (
    <>
      <Button variant="ghost" onClick={() => setAsking(true)}>Disconnect…</Button>
      <ConfirmDialog open={asking} onOpenChange={setAsking} title={`Disconnect ${name}?`} body="Nothing goes there any more, and its secret is deleted. To connect again you need it anew." confirmLabel={`Disconnect ${name}`} danger onConfirm={disconnect} />
    </>
  );
}
