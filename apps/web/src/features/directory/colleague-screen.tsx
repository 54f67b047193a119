'use client';
import { useQuery } from '@apollo/client/react';
import { ColleagueDocument } from '@/gql/directory/directory';
import { toFailure, useRecordChanges } from '@/graphql';
import { RecordPage } from '@/kit';
import { Badge, DateText } from '@/ui';
import { RecordHistory } from '../shared/record-tabs';
import { ProfileFacts } from './profile-facts';
import { SkillsCard } from './skills-card';
import { TimeOffCard } from './time-off-card';

/** A colleague: what they can do, when they work, when they are away. */
export function ColleagueScreen({ id }: { id: string }) {
  const { data, loading, error, refetch } = useQuery(ColleagueDocument, { variables: { id } });
  const again = () => void refetch();
  useRecordChanges({ subjects: ['staffProfile', 'timeOff'], onChange: again, onResync: again });
  const profile = data?.staffProfile ?? null;
  const failure = error && !profile ? toFailure(error) : null;
  return (
    <RecordPage
      what="colleague" loading={loading && !profile} failure={failure} missing={failure?.code === 'NOT_FOUND' || (!loading && !error && !profile)} onRetry={again}
      crumbs={[{ label: 'Directory', href: '/settings/directory' }]} title={profile?.user?.name ?? 'Colleague'}
      status={profile?.awayUntil ? <Badge dot tone="warning">Away until <DateText value={profile.awayUntil} format="day" /></Badge> : profile ? <Badge dot tone="success">Here</Badge> : null}
      marks={profile?.user?.title ? <Badge>{profile.user.title}</Badge> : null}
      tabs={profile ? [{
        id: 'profile', label: 'Profile',
        content: <div className="flex max-w-3xl flex-col gap-4"><SkillsCard profile={profile} onChanged={again} /><TimeOffCard profile={profile} onChanged={again} /></div>,
      }, { id: 'history', label: 'History', content: <RecordHistory subject="staffProfile" id={id} onRestored={again} /> }] : []}
      aside={profile ? <ProfileFacts profile={profile} onChanged={again} /> : null}
    />
  );
}
