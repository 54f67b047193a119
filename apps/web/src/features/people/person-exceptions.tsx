'use client';
import { useQuery } from '@apollo/client/react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { PermissionWordsDocument, RevokeExceptionDocument } from '@/gql/people/people';
import { FailureError, useMutationWithIdempotency } from '@/graphql';
import { Badge, Button, Card, ConfirmDialog, DateText, notify } from '@/ui';
import { effectLabel, effectTone, scopeLabel } from './people-words';
import { type PersonRecord, usePersonRights } from './use-person-rights';

// Fetched when it opens.
const ExceptionDialog = dynamic(() => import('./exception-dialog').then((module) => module.ExceptionDialog), { ssr: false });

type Line = NonNullable<PersonRecord['exceptions']>[number];

/** What one person may or may not beside their roles, why, and until when. */
export function PersonExceptions({ person, onChanged }: { person: PersonRecord; onChanged: () => void }) {
  const lines = person.exceptions ?? [];
  const why = usePersonRights(person)('except');
  const words = useQuery(PermissionWordsDocument, { skip: lines.length === 0 && why !== null }).data;
  const revoke = useMutationWithIdempotency(RevokeExceptionDocument, (data) => data.revokeException);
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Line | null>(null);
  const subjects = words?.permissionMatrix.subjects ?? [];
  const meaning = (name: string) => subjects.flatMap(({ permissions }) => permissions).find((permission) => permission.name === name)?.meaning ?? name;
  return (
    <Card flush title="Exceptions from these roles" actions={why ? null : <Button size="sm" onClick={() => setAdding(true)}>Add exception</Button>}>
      <ul className="divide-y">
        {lines.map((line) => {
          const over = line.expiresAt !== null && new Date(line.expiresAt) <= new Date();
          return (
            <li key={line.id} className="flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-3 text-sm">
              <Badge tone={over ? 'neutral' : effectTone[line.effect]}>{effectLabel[line.effect]}</Badge>
              <div className="flex min-w-48 flex-1 flex-col gap-0.5">
                <span className="font-medium">{meaning(line.permission)}</span>
                <span className="text-muted">{scopeLabel[line.scope]} · {line.expiresAt ? <>{over ? 'ran out' : 'until'} <DateText value={line.expiresAt} format="date-time" /></> : 'until it is taken back'}</span>
                <span className="text-xs text-muted">Because: {line.reason}</span>
                <code className="text-2xs text-muted">{line.permission}</code>
              </div>
              {why || over ? null : <Button size="sm" variant="ghost" aria-label={`Take back: ${meaning(line.permission)}`} onClick={() => setEnding(line)}>Take back</Button>}
            </li>
          );
        })}
        {lines.length === 0 ? <li className="px-4 py-3 text-sm text-muted">None. {why ? '' : 'Give somebody more or less than their role for a time, with the reason: a holiday stand-in, a freeze during an audit.'}</li> : null}
      </ul>
      {adding ? <ExceptionDialog person={person} subjects={subjects} onClose={() => setAdding(false)} onChanged={onChanged} /> : null}
      <ConfirmDialog
        open={ending !== null} onOpenChange={(open) => !open && setEnding(null)} danger title="Take this exception back?" confirmLabel="Take back"
        body={ending ? `${person.name}: “${meaning(ending.permission)}” is again as their roles say, at once.` : ''}
        onConfirm={async () => {
          if (!ending) return;
          const outcome = await revoke.run({ input: { id: ending.id } });
          if (!outcome.ok) throw new FailureError(outcome.failure);
          notify.success('Taken back');
          onChanged();
        }}
      />
    </Card>
  );
}
