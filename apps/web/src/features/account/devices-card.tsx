'use client';
import { useQuery } from '@apollo/client/react';
import { MyDevicesDocument } from '@/gql/account/account';
import { toFailure, useRecordChanges } from '@/graphql';
import { Badge, Card, DateText } from '@/ui';
import { deviceStatusLabel, deviceStatusTone } from '../people/people-words';

/** One's own registered devices: on which one may sign in, and which still wait for somebody to approve them. Nothing where none was ever asked for. */
export function DevicesCard() {
  const { data, error, refetch } = useQuery(MyDevicesDocument, { fetchPolicy: 'cache-and-network' });
  const again = () => void refetch();
  useRecordChanges({ subjects: ['device'], onChange: again, onResync: again });
  const devices = data?.myRegisteredDevices ?? [];
  if (error && !data) return <Card title="Registered devices"><p role="alert" className="text-sm text-danger-text">{toFailure(error).message}</p></Card>;
  if (devices.length === 0) return null;
  return (
    <Card flush title="Registered devices">
      <ul className="divide-y">
        {devices.map((device) => (
          <li key={device.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3 text-sm">
            <div className="flex min-w-48 flex-1 flex-col gap-0.5">
              <span className="font-medium">{device.name}</span>
              <span className="text-xs text-muted">
                {device.kind === 'KEY' ? 'Proven by a key kept in its browser' : 'Proven by a certificate'} · since <DateText value={device.createdAt} /> · last used <DateText value={device.lastUsedAt} format="relative" fallback="never" />
              </span>
            </div>
            <Badge dot tone={deviceStatusTone[device.status]}>{deviceStatusLabel[device.status]}</Badge>
          </li>
        ))}
      </ul>
      <p className="border-t px-4 py-3 text-xs text-muted">An administrator approves devices and takes them away. Tell one when a device of yours is lost or is not yours.</p>
    </Card>
  );
}
