'use client';
import { Archive, ArrowDown, ArrowUp, Plus } from 'lucide-react';
import { useState } from 'react';
import { ArchivePickListItemDocument, CreatePickListItemDocument, OrderPickListItemsDocument, type PickListsQuery, RenamePickListItemDocument, RestorePickListItemDocument } from '@/gql/pick-lists/pick-lists';
import { useMutationWithIdempotency } from '@/graphql';
import { InlineEdit, useFactSaver } from '@/kit';
import { Button, Card, Field, Input, notify } from '@/ui';

type List = PickListsQuery['pickLists'][number];
type Item = PickListsQuery['pickListItems']['nodes'][number];

/** One list: its choices in the order in which they are offered; add, rename, move, archive and bring back. */
export function PickListCard({ list, items, onChanged }: { list: List; items: readonly Item[]; onChanged: () => void }) {
  const order = useMutationWithIdempotency(OrderPickListItemsDocument, (data) => data.orderPickListItems);
  const restore = useMutationWithIdempotency(RestorePickListItemDocument, (data) => data.restorePickListItem);
  const offered = items.filter(({ archived }) => !archived).sort((a, b) => a.position - b.position);
  const archived = items.filter((item) => item.archived);
  const move = async (index: number, by: number) => {
    const ids = offered.map(({ id }) => id);
    ids.splice(index + by, 0, ...ids.splice(index, 1));
    const outcome = await order.run({ input: { list: list.key, ids } });
    if (!outcome.ok) notify.error('Not moved', outcome.failure.message);
    onChanged();
  };
  const bringBack = async ({ id, version }: Item) => {
    const outcome = await restore.run({ input: { id, version } });
    if (!outcome.ok) notify.error('Not brought back', outcome.failure.message);
    onChanged();
  };
  return (
    <Card title={list.label}>
      <div className="flex flex-col gap-3">
        <p className="text-sm text-muted">Offered for: {list.usedFor}. {list.mayUpdate ? '' : 'You may look at it, not change it.'}</p>
        {offered.length === 0 ? <p className="text-sm text-muted">No choice yet.</p> : (
          <ol className="flex flex-col divide-y rounded-md border">
            {offered.map((item, index) => <ItemRow key={item.id} item={item} readOnly={!list.mayUpdate} first={index === 0} last={index === offered.length - 1} onMove={(by) => void move(index, by)} onChanged={onChanged} />)}
          </ol>
        )}
        {list.mayUpdate ? <AddItem list={list.key} onChanged={onChanged} /> : null}
        {archived.length > 0 ? (
          <details>
            <summary className="cursor-pointer text-sm text-muted">{archived.length} archived: no longer offered, still shown where they were chosen</summary>
            <ul className="mt-2 flex flex-col divide-y rounded-md border">
              {archived.map((item) => (
                <li key={item.id} className="flex min-h-9 items-center justify-between gap-2 py-0.5 pr-1 pl-3 text-sm text-muted">
                  <span className="truncate">{item.label}</span>
                  {list.mayUpdate ? <Button size="sm" variant="ghost" aria-label={`Bring ${item.label} back`} onClick={() => void bringBack(item)}>Bring back</Button> : null}
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
    </Card>
  );
}

function ItemRow({ item, readOnly, first, last, onMove, onChanged }: { item: Item; readOnly: boolean; first: boolean; last: boolean; onMove: (by: number) => void; onChanged: () => void }) {
  const rename = useMutationWithIdempotency(RenamePickListItemDocument, (data) => data.renamePickListItem);
  const archive = useMutationWithIdempotency(ArchivePickListItemDocument, (data) => data.archivePickListItem);
  const restore = useMutationWithIdempotency(RestorePickListItemDocument, (data) => data.restorePickListItem);
  const save = useFactSaver(item.version, (version, { label }: { label: string }) => rename.run({ input: { id: item.id, version, label } }), onChanged);
  const putAway = async () => {
    const outcome = await archive.run({ input: { id: item.id, version: item.version } });
    onChanged();
    if (!outcome.ok) return notify.error('Not archived', outcome.failure.message);
    const version = outcome.payload.item?.version;
    if (version === undefined) return;
    notify.undoable(`${item.label} is archived`, async () => {
      await restore.run({ input: { id: item.id, version } });
      onChanged();
    });
  };
  return (
    <li className="flex min-h-9 items-center gap-1 py-0.5 pr-1 pl-3 text-sm">
      <span className="min-w-0 flex-1">
        <InlineEdit
          label={`Name of ${item.label}`} value={item.label} readOnly={readOnly}
          onSave={(label, force) => save({ label }, { field: 'label', force })}
        />
      </span>
      {readOnly ? null : (
        <>
          <Button variant="ghost" size="icon-sm" aria-label={`Move ${item.label} up`} disabled={first} onClick={() => onMove(-1)}><ArrowUp aria-hidden className="size-4" /></Button>
          <Button variant="ghost" size="icon-sm" aria-label={`Move ${item.label} down`} disabled={last} onClick={() => onMove(1)}><ArrowDown aria-hidden className="size-4" /></Button>
          <Button variant="ghost" size="icon-sm" aria-label={`Archive ${item.label}`} onClick={() => void putAway()}><Archive aria-hidden className="size-4" /></Button>
        </>
      )}
    </li>
  );
}

function AddItem({ list, onChanged }: { list: string; onChanged: () => void }) {
  const create = useMutationWithIdempotency(CreatePickListItemDocument, (data) => data.createPickListItem);
  const [label, setLabel] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const add = async () => {
    if (!label.trim()) return setProblem('Enter a name.');
    const outcome = await create.run({ input: { list, label: label.trim() } });
    if (outcome.ok) setLabel('');
    setProblem(outcome.ok ? null : outcome.failure.message);
    onChanged();
  };
  return (
    <form
      className="flex items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Field label="New choice" hideLabel error={problem} className="min-w-0 flex-1">{(control) => <Input {...control} placeholder="New choice" maxLength={100} value={label} onChange={(event) => setLabel(event.target.value)} />}</Field>
      <Button type="submit" busy={create.busy} icon={<Plus aria-hidden className="size-3.5" />}>Add</Button>
    </form>
  );
}
