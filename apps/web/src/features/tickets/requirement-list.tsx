'use client';
import { MoreHorizontal } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { MoveTicketRequirementDocument, type RequirementMove, type TicketQuery } from '@/gql/tickets/tickets';
import { useMutationWithIdempotency } from '@/graphql';
import { useCan } from '@/session';
import { Badge, Button, DropdownMenu, notify } from '@/ui';
import { requirementKindLabel, requirementMoves, requirementStatusLabel, requirementStatusTone } from './ticket-words';

// Fetched when it opens.
const RequirementDialog = dynamic(() => import('./requirement-dialog').then((module) => module.RequirementDialog), { ssr: false });

type Ticket = NonNullable<TicketQuery['ticket']>;
type Requirement = Ticket['requirements'][number];

/** What has to be collected, each with its next step. Receiving asks for what came in, refusing for a reason. */
export function RequirementList({ ticket, locked, onChanged }: { ticket: Ticket; locked: boolean; onChanged: () => void }) {
  const [asking, setAsking] = useState<{ requirement: Requirement; move: RequirementMove } | null>(null);
  const move = useMutationWithIdempotency(MoveTicketRequirementDocument, (data) => data.moveTicketRequirement);
  const mayCollect = useCan('ticket.requirement');
  const run = async (requirement: Requirement, next: RequirementMove) => {
    if (next === 'RECEIVE' || next === 'REJECT') return setAsking({ requirement, move: next });
    const outcome = await move.run({ input: { id: requirement.id, version: requirement.version, move: next } });
    if (!outcome.ok) notify.error('Not changed', outcome.failure.message);
    onChanged();
  };
  if (ticket.requirements.length === 0) return <p className="text-sm text-muted">This kind of service collects nothing.</p>;
  return (
    <>
      <ul className="flex max-w-3xl flex-col divide-y rounded-md border">
        {ticket.requirements.map((requirement) => {
          const [first, ...others] = requirementMoves[requirement.status];
          return (
            <li key={requirement.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2.5">
              <div className="min-w-40 flex-1">
                <p className="text-sm font-medium">{requirement.title}{requirement.required ? null : <span className="ml-1.5 text-xs font-normal text-muted">optional</span>}</p>
                <p className="text-xs text-muted">{requirement.value ?? requirementKindLabel[requirement.kind]}{requirement.reason ? ` · ${requirement.reason}` : ''}</p>
              </div>
              <Badge dot tone={requirementStatusTone[requirement.status]}>{requirementStatusLabel[requirement.status]}</Badge>
              {mayCollect && !locked && first ? (
                <span className="flex items-center gap-1">
                  <Button size="sm" onClick={() => void run(requirement, first.move)}>{first.label}</Button>
                  {others.length > 0 ? (
                    <DropdownMenu
                      groups={[{ id: 'moves', items: others.map((other) => ({ id: other.move, label: other.label, onSelect: () => void run(requirement, other.move) })) }]}
                      trigger={<Button size="sm" variant="ghost" aria-label={`More for ${requirement.title}`}><MoreHorizontal /></Button>}
                    />
                  ) : null}
                </span>
              ) : null}
            </li>
          );
        })}
      </ul>
      {asking ? <RequirementDialog requirement={asking.requirement} move={asking.move} onClose={() => setAsking(null)} /> : null}
    </>
  );
}
