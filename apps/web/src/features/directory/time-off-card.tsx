'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { DecideTimeOffDocument, WithdrawTimeOffDocument } from '@/gql/directory/directory';
import { type Failure, useMutationWithIdempotency } from '@/graphql';
import { useCan } from '@/session';
import { Badge, Button, Card, DateText, notify } from '@/ui';
import { timeOffLabel, timeOffTone } from './directory-words';
import { type Profile, useProfileRights } from './profile-facts';

// Fetched when they open.
const TimeOffForm = dynamic(() => import('./time-off-form').then((module) => module.TimeOffForm), { ssr: false });
const DeclineDialog = dynamic(() => import('./decline-dialog').then((module) => module.DeclineDialog), { ssr: false });

export type TimeOff = Profile['timeOff'][number];

/** When somebody is away: asked for, decided by somebody else, taken back. */
export function TimeOffCard({ profile, onChanged }: { profile: Profile; onChanged: () => void }) {
  const { self, plans } = useProfileRights(profile);
  const mayAsk = useCan('timeOff.request') && (self || plans);
  const mayDecide = useCan('timeOff.decide') && !self;
  const [asking, setAsking] = useState(false);
  const [declining, setDeclining] = useState<TimeOff | null>(null);
  const decide = useMutationWithIdempotency(DecideTimeOffDocument, (data) => data.decideTimeOff);
  const withdraw = useMutationWithIdempotency(WithdrawTimeOffDocument, (data) => data.withdrawTimeOff);
  const tell = (outcome: { ok: boolean; failure?: Failure }, done: string, not: string) => {
    if (outcome.failure) notify.error(not, outcome.failure.message);
    else notify.success(done);
    onChanged();
  };
  return (
    <Card flush title="Time off" actions={mayAsk ? <Button size="sm" onClick={() => setAsking(true)}>{self ? 'Ask for time off' : 'Enter time off'}</Button> : null}>
      <ul className="divide-y">
        {profile.timeOff.map((off) => (
          <li key={off.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2.5 text-sm">
            <div className="flex min-w-48 flex-1 flex-col gap-0.5">
              <span className="font-medium"><DateText value={off.from} />{off.to === off.from ? null : <> to <DateText value={off.to} /></>}</span>
              <span className="text-xs text-muted">{[off.kind?.label, off.note, off.reason ? `${off.decidedBy?.name ?? 'Answer'}: ${off.reason}` : null].filter(Boolean).join(' · ')}</span>
            </div>
            <Badge dot tone={timeOffTone[off.status]}>{timeOffLabel[off.status]}</Badge>
            {mayDecide && off.status === 'REQUESTED' ? (
              <>
                <Button size="sm" onClick={() => void decide.run({ input: { id: off.id, version: off.version, approve: true } }).then((outcome) => tell(outcome, 'Approved', 'Not approved'))}>Approve</Button>
                <Button size="sm" variant="ghost" onClick={() => setDeclining(off)}>Decline</Button>
              </>
            ) : null}
            {mayAsk && (off.status === 'REQUESTED' || off.status === 'APPROVED') ? (
              <Button size="sm" variant="ghost" onClick={() => void withdraw.run({ input: { id: off.id, version: off.version } }).then((outcome) => tell(outcome, 'Taken back', 'Not taken back'))}>Take back</Button>
            ) : null}
          </li>
        ))}
        {profile.timeOff.length === 0 ? <li className="px-4 py-3 text-sm text-muted">{self ? 'None. Ask here; somebody who manages your department answers.' : 'None that you may see.'}</li> : null}
      </ul>
      {asking ? <TimeOffForm profile={profile} onClose={() => setAsking(false)} onChanged={onChanged} /> : null}
      {declining ? <DeclineDialog off={declining} onClose={() => setDeclining(null)} onChanged={onChanged} /> : null}
    </Card>
  );
}
