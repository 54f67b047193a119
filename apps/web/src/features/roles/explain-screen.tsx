'use client';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { CircleCheck, CircleMinus, CircleX, EyeOff } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { ExplainAccessDocument, type ExplainAccessQuery, ExplainPeopleDocument, ExplainPermissionsDocument } from '@/gql/roles/explain';
import { toFailure } from '@/graphql';
import { PageHeader } from '@/kit';
import { cn } from '@/lib/cn';
import { useCan, useViewer } from '@/session';
import { Button, Combobox, EmptyState, ErrorState, Field, ForbiddenState, LoadingNotice, type Option, type OptionLoader, Skeleton } from '@/ui';
import { useRecordOptions } from './record-options';

const ViewAsDialog = dynamic(() => import('./view-as-dialog').then((module) => module.ViewAsDialog), { ssr: false });

type Answer = ExplainAccessQuery['explainAccess'];

/** The choices stand in the address, so that an answer can be sent to somebody. */
function remember(name: string, value: string | null): void {
  const parameters = new URLSearchParams(window.location.search);
  if (value) parameters.set(name, value);
  else parameters.delete(name);
  window.history.replaceState(null, '', parameters.size > 0 ? `?${parameters}` : window.location.pathname);
}

/** "What can this person do, and why" (ACL-05, AHEAD-07). */
export function ExplainScreen() {
  const client = useApolloClient();
  const given = useSearchParams();
  const [personId, setPersonId] = useState(given.get('person'));
  const [permission, setPermission] = useState(given.get('permission'));
  const [recordId, setRecordId] = useState(given.get('record'));
  const [viewing, setViewing] = useState(false);
  const [mayView, viewer] = [useCan('role.viewAs'), useViewer()];
  const people = useQuery(ExplainPeopleDocument, { variables: { ids: [personId ?? ''] }, skip: !personId });
  const person = people.data?.users.nodes[0] ?? null;
  const words = useQuery(ExplainPermissionsDocument);
  const permissions = useMemo(() => (words.data?.permissionMatrix.subjects ?? []).flatMap((subject) => subject.permissions.map((each) => ({ value: each.name, label: each.meaning, hint: `${subject.label} · ${each.name}` }))), [words.data]);
  const chosen = permissions.find(({ value }) => value === permission) ?? null;
  const records = useRecordOptions(permission?.split('.')[0] ?? null, recordId);
  const findPeople = useCallback<OptionLoader>(async (term) => {
    const { data } = await client.query({ query: ExplainPeopleDocument, variables: term ? { search: term } : {}, fetchPolicy: 'network-only' });
    return (data?.users.nodes ?? []).map(({ id, name, email }) => ({ value: id, label: name, hint: email }));
  }, [client]);
  const answer = useQuery(ExplainAccessDocument, { variables: { userId: personId ?? '', permission: permission ?? '', recordId }, skip: !personId || !permission, fetchPolicy: 'network-only' });
  const choose = (name: 'person' | 'permission' | 'record', set: (value: string | null) => void) => (option: Option | null) => {
    remember(name, option?.value ?? null);
    set(option?.value ?? null);
  };
  const refused = words.error ? toFailure(words.error) : null;
  if (refused?.code === 'FORBIDDEN') return <ForbiddenState page detail={refused.message} />;
  return (
    <>
      <PageHeader title="What can somebody do?" actions={person && mayView && person.id !== viewer.id ? <Button onClick={() => setViewing(true)}>View as {person.name}</Button> : null} />
      <div className="flex w-full max-w-3xl flex-col gap-5 p-4 md:p-5">
        <div className="grid gap-3 rounded-lg border bg-raised p-4 md:grid-cols-2">
          <Field label="Person">{(control) => <Combobox {...control} aria-label="Person" value={person ? { value: person.id, label: person.name } : null} onValueChange={choose('person', setPersonId)} options={findPeople} placeholder="Who?" />}</Field>
          <Field label="May they…">
            {(control) => (
              <Combobox
                {...control} aria-label="May they" value={chosen} options={permissions} placeholder="Do what?"
                onValueChange={(option) => {
                  choose('permission', setPermission)(option);
                  choose('record', setRecordId)(null);
                }}
              />
            )}
          </Field>
          {records ? <Field label="With which record" className="md:col-span-2" hint="Without one: whether they may at all, with any.">{(control) => <Combobox {...control} aria-label="With which record" value={records.chosen} onValueChange={choose('record', setRecordId)} options={records.load} placeholder="Any" />}</Field> : null}
        </div>
        <Outcome ready={Boolean(personId && permission)} loading={answer.loading} answer={answer.data?.explainAccess ?? null} error={answer.error} onRetry={() => void answer.refetch()} />
      </div>
      {viewing && person ? <ViewAsDialog as={{ kind: 'USER', id: person.id, name: person.name, client: person.tier === 'CLIENT' }} onClose={() => setViewing(false)} /> : null}
    </>
  );
}

function Outcome({ ready, loading, answer, error, onRetry }: { ready: boolean; loading: boolean; answer: Answer | null; error: unknown; onRetry: () => void }) {
  if (!ready) return <EmptyState title="Ask a question" text="Choose a person and what they might do. The answer is judged by the very rules that protect your records, and says where each of them comes from." />;
  if (error && !loading) return <ErrorState title="No answer" text={toFailure(error).message} onRetry={onRetry} />;
  if (loading || !answer) return <div aria-busy="true" className="flex flex-col gap-3"><LoadingNotice what="answer" /><Skeleton className="h-20 w-full rounded-lg" /><Skeleton className="h-12 w-full" /><Skeleton className="h-12 w-full" /></div>;
  const closed = [...answer.hiddenFields.map((field) => `${field} is hidden`), ...answer.maskedFields.map((field) => `${field} is masked`)];
  return (
    <section aria-label="Answer" aria-live="polite" className="flex flex-col gap-4">
      <div className={cn('flex items-start gap-3 rounded-lg p-4', answer.allowed ? 'bg-success-soft text-success-text' : 'bg-danger-soft text-danger-text')}>
        {answer.allowed ? <CircleCheck aria-hidden className="mt-0.5 size-7 shrink-0" /> : <CircleX aria-hidden className="mt-0.5 size-7 shrink-0" />}
        <div className="flex flex-col gap-0.5">
          <h2 className="text-xl font-semibold">{answer.allowed ? 'Yes' : 'No'}</h2>
          <p>{answer.sentence}</p>
        </div>
      </div>
      <div className="flex flex-col gap-2">
        <h2 className="text-sm font-semibold">Why</h2>
        {answer.reasons.length === 0 ? <p className="text-sm text-muted">Nothing this person holds speaks of it: no role, no exception.</p> : (
          <ol className="flex flex-col divide-y rounded-lg border bg-raised">
            {answer.reasons.map((reason, index) => <Reason key={index} reason={reason} />)}
          </ol>
        )}
      </div>
      {closed.length > 0 ? <p className="flex items-center gap-2 text-sm text-muted"><EyeOff aria-hidden className="size-4" /> Of the record, {closed.join(', ')}.</p> : null}
      <p className="text-xs text-muted">Networks are not judged here: they belong to a request, not to a person.</p>
    </section>
  );
}

const MARKS: Record<Answer['reasons'][number]['effect'], ReactNode> = {
  ALLOW: <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success-text" />,
  DENY: <CircleX aria-hidden className="mt-0.5 size-4 shrink-0 text-danger-text" />,
  MASK: <EyeOff aria-hidden className="mt-0.5 size-4 shrink-0 text-warning-text" />,
};

function Reason({ reason }: { reason: Answer['reasons'][number] }) {
  return (
    <li className={cn('flex items-start gap-2.5 px-4 py-2.5 text-sm', !reason.applies && 'text-muted')}>
      {reason.applies ? MARKS[reason.effect] : <CircleMinus aria-hidden className="mt-0.5 size-4 shrink-0 text-faint" />}
      <span>{reason.sentence}{reason.applies ? null : <span className="sr-only"> (does not count)</span>}</span>
    </li>
  );
}
