'use client';
import { useQuery } from '@apollo/client/react';
import { ColleagueDocument } from '@/gql/directory/directory';
import { MyProfileDocument, type MyProfileQuery, SaveMyProfileDocument } from '@/gql/account/profile';
import { toFailure, useMutationWithIdempotency, useRecordChanges } from '@/graphql';
import { Fact, FactList, InlineEdit, PageHeader, useFactSaver } from '@/kit';
import { useCan, useViewer } from '@/session';
import { Avatar, Badge, Card, DateText, ErrorState, LoadingNotice, Skeleton } from '@/ui';
import { ProfileFacts } from '../directory/profile-facts';
import { SkillsCard } from '../directory/skills-card';
import { TimeOffCard } from '../directory/time-off-card';

type Profile = NonNullable<MyProfileQuery['user']>;

/** One's own facts: what one may change is changed in its place, of the rest it says who does. */
export function ProfileScreen() {
  const viewer = useViewer();
  const { data, error, refetch } = useQuery(MyProfileDocument, { variables: { id: viewer.id } });
  const again = () => void refetch();
  useRecordChanges({ recordId: viewer.id, onChange: again, onResync: again });
  const listed = useCan('staffProfile.read');
  const mine = useQuery(ColleagueDocument, { variables: { id: viewer.id }, skip: !listed });
  const profile = mine.data?.staffProfile;
  const both = () => {
    again();
    if (listed) void mine.refetch();
  };
  useRecordChanges({ subjects: ['staffProfile', 'timeOff'], onChange: both, onResync: both, skip: !listed });
  const me = data?.user;
  return (
    <>
      <PageHeader title="Your profile" />
      <div className="flex w-full max-w-3xl flex-col gap-4 p-4 md:px-5">
        {me ? <Facts me={me} onChanged={again} /> : error ? <ErrorState text={toFailure(error).message} onRetry={again} /> : <ProfileSkeleton />}
        {me && profile ? (
          <>
            <Card title="For your colleagues"><ProfileFacts profile={profile} onChanged={both} bare /></Card>
            <SkillsCard profile={profile} onChanged={both} />
            <TimeOffCard profile={profile} onChanged={both} />
          </>
        ) : null}
      </div>
    </>
  );
}

function Facts({ me, onChanged }: { me: Profile; onChanged: () => void }) {
  const mayEdit = useCan('user.update');
  const update = useMutationWithIdempotency(SaveMyProfileDocument, (data) => data.updateUser);
  const save = useFactSaver(me.version, (version, facts: { name?: string; title?: string }) => update.run({ input: { id: me.id, version, ...facts } }), onChanged);
  return (
    <>
      <Card>
        <div className="flex items-center gap-4">
          <Avatar name={me.name} size="lg" />
          <div className="min-w-0">
            <p className="truncate text-md font-semibold">{me.name}</p>
            <p className="truncate text-sm text-muted">{[me.title, me.email].filter(Boolean).join(' · ')}</p>
          </div>
        </div>
      </Card>
      <Card title="About you">
        <FactList>
          <Fact label="Name"><InlineEdit label="Name" value={me.name} readOnly={!mayEdit} onSave={(name, force) => save({ name: name.trim() }, { field: 'name', force })} /></Fact>
          <Fact label="Position"><InlineEdit label="Position" value={me.title ?? ''} placeholder="What you do here" readOnly={!mayEdit} onSave={(title, force) => save({ title: title.trim() }, { field: 'title', force })} /></Fact>
          <Fact label="E-mail"><span className="truncate">{me.email}</span></Fact>
          <Fact label="Last sign-in"><DateText value={me.lastSignInAt} format="date-time" /></Fact>
          <Fact label="Here since"><DateText value={me.createdAt} /></Fact>
        </FactList>
        <p className="mt-3 text-xs text-muted">{mayEdit ? 'Your e-mail address is changed on your page under People.' : 'Your name, position and e-mail address are kept by those who look after people here. Ask them to change one.'}</p>
      </Card>
      <Card title="Where you belong">
        <FactList>
          <Fact label="Departments">{me.departments.map(({ name }) => name).join(', ') || 'None'}</Fact>
          <Fact label="Teams">{me.teams.map(({ name }) => name).join(', ') || 'None'}</Fact>
        </FactList>
      </Card>
      <Card title="What you do here" flush>
        <ul className="divide-y">
          {me.roles.map(({ id, role, department }) => (
            <li key={id} className="flex flex-col gap-0.5 px-4 py-3 text-sm">
              <span className="flex flex-wrap items-center gap-2 font-medium">{role?.name ?? 'A role you may not see'}{department ? <Badge>{department.name} only</Badge> : null}</span>
              {role?.description ? <span className="text-muted">{role.description}</span> : null}
            </li>
          ))}
          {me.roles.length === 0 ? <li className="px-4 py-3 text-sm text-muted">You have no role yet. An administrator gives you one.</li> : null}
        </ul>
      </Card>
    </>
  );
}

function ProfileSkeleton() {
  return (
    <div aria-busy="true" className="flex flex-col gap-4">
      <LoadingNotice what="your profile" />
      {['head', 'facts', 'places'].map((card) => (
        <div key={card} className="flex flex-col gap-3 rounded-lg border bg-raised p-4">
          <Skeleton className="h-4 w-48" />
          <Skeleton className="w-3/4" />
          <Skeleton className="w-1/2" />
        </div>
      ))}
    </div>
  );
}
