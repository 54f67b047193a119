'use client';
import { useQuery } from '@apollo/client/react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { SecurityThresholdsDocument, type ThresholdFactsFragment } from '@/gql/security/security-monitor';
import { toFailure } from '@/graphql';
import { useCan } from '@/session';
import { Badge, Button, Card, ErrorState, LoadingNotice, Skeleton } from '@/ui';
import { concernKeys, concerns } from './security-words';

// Fetched when it opens.
const ThresholdDialog = dynamic(() => import('./threshold-dialog').then((module) => module.ThresholdDialog), { ssr: false });

/** When administrators get a mail and an alert: of everything that is watched, so many within some minutes. */
export function SecurityThresholds() {
  const { data, error, refetch } = useQuery(SecurityThresholdsDocument, { fetchPolicy: 'cache-and-network' });
  const [editing, setEditing] = useState<ThresholdFactsFragment | null>(null);
  const mayConfigure = useCan('security.configure');
  const thresholds = data?.securityThresholds;
  return (
    <Card title="Alerts to administrators" flush>
      {error && !thresholds ? <ErrorState text={toFailure(error).message} onRetry={() => void refetch()} className="py-6" /> : null}
      {!thresholds && !error ? <div aria-busy="true" className="flex flex-col gap-3 p-4"><LoadingNotice what="alerts" /><Skeleton className="w-2/3" /><Skeleton className="w-1/2" /></div> : null}
      <ul className="divide-y">
        {concernKeys.flatMap((key) => thresholds?.filter((each) => each.key === key) ?? []).map((threshold) => (
          <li key={threshold.key} className="flex min-h-11 items-center gap-3 px-4 py-1.5 text-sm">
            <div className="min-w-0 flex-1">
              <span className="block font-medium">{concerns[threshold.key].label}</span>
              <span className="block text-xs text-muted">{threshold.active ? `From ${threshold.most} within ${spanText(threshold.minutes)}` : 'No alert'}</span>
            </div>
            {threshold.active ? null : <Badge>Off</Badge>}
            {mayConfigure ? <Button size="sm" variant="ghost" aria-label={`Change the alert for ${concerns[threshold.key].label.toLowerCase()}`} onClick={() => setEditing(threshold)}>Change</Button> : null}
          </li>
        ))}
      </ul>
      {editing ? <ThresholdDialog key={editing.key} threshold={editing} onClose={() => { setEditing(null); void refetch(); }} /> : null}
    </Card>
  );
}

const spanText = (minutes: number): string => (minutes % 60 === 0 ? (minutes === 60 ? 'an hour' : `${minutes / 60} hours`) : `${minutes} minutes`);
