'use client';
import { useQuery } from '@apollo/client/react';
import { PersonDocument } from '@/gql/people/people';
import { toFailure, useRecordChanges } from '@/graphql';
import { RecordPage } from '@/kit';
import { useCan } from '@/session';
import { Badge, DateText } from '@/ui';
import { RecordHistory } from '../history/record-history';
import { statusLabel, statusTone, tierLabel } from './people-words';
import { PersonAccess } from './person-access';
import { PersonActions } from './person-actions';
import { PersonFacts } from './person-facts';
import { PersonSignIn } from './person-sign-in';

/** The page of a person: what they may do, how they get in, who they are. */
export function PersonScreen({ id }: { id: string }) {
  const { data, loading, error, refetch } = useQuery(PersonDocument, { variables: { id } });
  const again = () => void refetch();
  useRecordChanges({ recordId: id, onChange: again, onResync: again });
  const seesSessions = useCan('session.read');
  const person = data?.user ?? null;
  const failure = error && !person ? toFailure(error) : null;
  return (
    <RecordPage
      what="person" loading={loading && !person} failure={failure} missing={failure?.code === 'NOT_FOUND' || (!loading && !error && !person)} onRetry={again}
      crumbs={[{ label: 'People', href: '/settings/people' }]} title={person?.name}
      status={person ? <Badge dot tone={statusTone[person.status]}>{statusLabel[person.status]}</Badge> : null}
      marks={person ? <Badge tone={person.tier === 'CLIENT' ? 'client' : person.tier === 'ADMIN' ? 'accent' : 'neutral'}>{tierLabel[person.tier]}</Badge> : null}
      actions={person ? <PersonActions person={person} onChanged={again} /> : null}
      banner={person?.status === 'INVITED' ? (
        <p className="text-sm text-muted">{person.invitationExpiresAt ? <>Invited; the link works until <DateText value={person.invitationExpiresAt} format="date-time" />.</> : 'The link of the invitation has run out. Send a new one.'}</p>
      ) : null}
      tabs={person ? [
        { id: 'access', label: 'Access', content: <PersonAccess person={person} onChanged={again} /> },
        ...(seesSessions ? [{ id: 'sign-in', label: 'Sign-in', content: <PersonSignIn person={person} /> }] : []),
        { id: 'history', label: 'History', content: <RecordHistory subject="user" id={id} onRestored={again} /> },
      ] : []}
      aside={person ? <PersonFacts person={person} onChanged={again} /> : null}
    />
  );
}
