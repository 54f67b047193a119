'use client';
import { UserMinus, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { AddChannelMembersDocument, RemoveChannelMemberDocument } from '@/gql/chat/channels';
import { useMutationWithIdempotency } from '@/graphql';
import { useViewer } from '@/session';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { Combobox } from '@/ui/combobox';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { DateText } from '@/ui/date-text';
import { notify } from '@/ui/toaster';
import { VisibilityMark } from '@/ui/visibility-mark';
import { usePeoplePicker } from '../shared/pickers';
import { can, type ChatChannel, type ChatPerson } from './model/types';
import { recordWord } from './record-link';
import { SideColumn } from './side-column';
import type { PersonHere } from '../presence/use-record-presence';

/** Who belongs to a channel, who is here now, and how far everybody has read. */
export function PeoplePanel({ channel, here, onChanged, onClose }: { channel: ChatChannel; here: readonly PersonHere[]; onChanged: () => void; onClose: () => void }) {
  const viewer = useViewer();
  const people = usePeoplePicker();
  const add = useMutationWithIdempotency(AddChannelMembersDocument, (data) => data.addChannelMembers);
  const remove = useMutationWithIdempotency(RemoveChannelMemberDocument, (data) => data.removeChannelMember);
  const [leaving, setLeaving] = useState<ChatPerson | null>(null);
  const invites = can(channel.viewerCan, 'invite');
  const known = new Map<string, ChatPerson>();
  for (const { user } of [...channel.members, ...channel.readers]) if (user) known.set(user.id, user);
  const roleOf = (id: string) => channel.members.find(({ user }) => user?.id === id)?.role;
  const readingOf = (id: string) => channel.readers.find(({ user }) => user?.id === id);
  const list = [...known.values()].sort((one, other) => Number(one.client) - Number(other.client) || one.name.localeCompare(other.name));
  const invite = async (id: string, name: string) => {
    const outcome = await add.run({ input: { id: channel.id, userIds: [id] } });
    if (outcome.ok) notify.success(`${name} can read and write here now`);
    else notify.error(`${name} was not added`, outcome.failure.message);
    onChanged();
  };
  return (
    <SideColumn title="People" note={channel.members.length > 0 ? String(channel.members.length) : undefined} onClose={onClose}>
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-3">
        {invites ? <Combobox aria-label="Add somebody" placeholder="Add somebody…" value={null} options={people.load} disabled={add.busy} onValueChange={(person) => person && void invite(person.value, person.label)} /> : null}
        {channel.members.length === 0 ? <p className="text-xs text-muted">Everybody who sees the {recordWord(channel.recordSubject ?? '')} can read here. These have:</p> : null}
        {list.length === 0 ? <p className="text-sm text-muted">Nobody has read here yet.</p> : null}
        <ul className="flex flex-col">
          {list.map((person) => {
            const reading = readingOf(person.id);
            const role = roleOf(person.id);
            const present = here.some(({ userId }) => userId === person.id);
            const self = person.id === viewer.id;
            return (
              <li key={person.id} className="flex min-h-11 items-center gap-2.5 rounded-md px-1">
                <span className="relative"><Avatar name={person.name} size="md" />{present ? <span aria-hidden className="absolute -right-0.5 -bottom-0.5 size-2.5 rounded-full bg-success ring-2 ring-surface" /> : null}</span>
                <span className="min-w-0 flex-1">
                  <span className="flex items-center gap-1.5"><span className="truncate text-sm font-medium">{person.name}{self ? ' (you)' : ''}</span>{person.client ? <VisibilityMark audience="client" label="Client" /> : null}</span>
                  <span className="block truncate text-xs text-muted">
                    {role === 'OWNER' ? 'Owner · ' : ''}{present ? 'here now' : !person.active ? 'has left' : !reading?.lastReadAt ? 'has not read yet' : reading.lastReadSequence >= channel.lastSequence ? 'has read everything' : <>last read <DateText value={reading.lastReadAt} format="relative" /></>}
                  </span>
                </span>
                {role && (invites || self) && channel.kind !== 'DIRECT' ? (
                  <Button variant="ghost" size="icon-sm" aria-label={self ? 'Leave this channel' : `Take ${person.name} out`} title={self ? 'Leave this channel' : `Take ${person.name} out`} onClick={() => setLeaving(person)}><UserMinus aria-hidden className="size-4" /></Button>
                ) : null}
              </li>
            );
          })}
        </ul>
        {channel.kind === 'DIRECT' ? <p className="flex items-center gap-1.5 text-xs text-muted"><UserPlus aria-hidden className="size-3.5" />A direct conversation stays between two. Start a group to talk with more.</p> : null}
      </div>
      {leaving ? (
        <ConfirmDialog
          open onOpenChange={() => setLeaving(null)} danger title={leaving.id === viewer.id ? `Leave ${channel.title}?` : `Take ${leaving.name} out of ${channel.title}?`} confirmLabel={leaving.id === viewer.id ? 'Leave channel' : `Take ${leaving.name} out`}
          body={leaving.id === viewer.id ? 'You will not see it any more, unless somebody adds you again.' : `${leaving.name} will not see what was and will be said here.`}
          onConfirm={async () => {
            const outcome = await remove.run({ input: { id: channel.id, userId: leaving.id } });
            if (!outcome.ok) throw new Error(outcome.failure.message);
            onChanged();
          }}
        />
      ) : null}
    </SideColumn>
  );
}
