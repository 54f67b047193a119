'use client';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { DecideDeviceDocument, type DeviceDecision, PersonDevicesDocument, type PersonDevicesQuery } from '@/gql/people/sign-in';
import { FailureError, toFailure, useMutationWithIdempotency } from '@/graphql';
import { useCan } from '@/session';
import { Badge, Button, Card, ConfirmDialog, DateText, notify } from '@/ui';
import { deviceStatusLabel, deviceStatusTone } from './people-words';
import type { PersonRecord } from './use-person-rights';

type Device = PersonDevicesQuery['registeredDevices'][number];

/** The registered devices of one person: those that wait are let in, others are revoked. */
export function PersonDevices({ person, onChanged }: { person: PersonRecord; onChanged: () => void }) {
  const { data, error, refetch } = useQuery(PersonDevicesDocument, { fetchPolicy: 'cache-and-network' });
  const decide = useMutationWithIdempotency(DecideDeviceDocument, (answer) => answer.decideDevice);
  const mayDecide = useCan('device.approve');
  const [asking, setAsking] = useState<{ device: Device; decision: DeviceDecision } | null>(null);
  const devices = data?.registeredDevices.filter(({ userId }) => userId === person.id) ?? [];
  const revoking = asking?.decision === 'REVOKE';
  return (
    <Card flush title="Registered devices">
      <ul className="divide-y">
        {devices.map((device) => (
          <li key={device.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3 text-sm">
            <div className="flex min-w-48 flex-1 flex-col gap-0.5">
              <span className="font-medium">{device.name}</span>
              <span className="text-xs text-muted">{device.kind === 'KEY' ? 'Proven by a key kept in the browser' : 'Proven by a certificate'} · last used <DateText value={device.lastUsedAt} format="relative" fallback="never" /></span>
            </div>
            <Badge dot tone={deviceStatusTone[device.status]}>{deviceStatusLabel[device.status]}</Badge>
            {mayDecide && device.status !== 'APPROVED' ? <Button size="sm" onClick={() => setAsking({ device, decision: 'APPROVE' })}>Approve</Button> : null}
            {mayDecide && device.status !== 'REVOKED' ? <Button size="sm" variant="ghost" onClick={() => setAsking({ device, decision: 'REVOKE' })}>Revoke</Button> : null}
          </li>
        ))}
        {data && devices.length === 0 ? <li className="px-4 py-3 text-sm text-muted">None. A device shows up here when its person first signs in on it while the security policy asks for registered devices.</li> : null}
        {error && !data ? <li role="alert" className="px-4 py-3 text-sm text-danger-text">{toFailure(error).message}</li> : null}
      </ul>
      <ConfirmDialog
        open={asking !== null} onOpenChange={(open) => !open && setAsking(null)} danger={revoking} title={asking ? `${revoking ? 'Revoke' : 'Approve'} ${asking.device.name}?` : ''} confirmLabel={revoking ? 'Revoke device' : 'Approve device'}
        body={revoking ? 'Sessions on it end at once, and nobody signs in on it any more.' : `${person.name} can sign in on it from now on. Make sure it is theirs.`}
        onConfirm={async () => {
          if (!asking) return;
          const outcome = await decide.run({ input: { id: asking.device.id, version: asking.device.version, decision: asking.decision } });
          void refetch();
          onChanged();
          if (!outcome.ok) throw new FailureError(outcome.failure);
          notify.success(revoking ? 'Device revoked' : 'Device approved');
        }}
      />
    </Card>
  );
}
