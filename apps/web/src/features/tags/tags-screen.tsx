'use client';
import { useQuery } from '@apollo/client/react';
import { Merge, Trash2 } from 'lucide-react';
import { useCallback, useState } from 'react';
import { DeleteTagDocument, type TagRowFragment, TagSettingsDocument } from '@/gql/tags/tags';
import { FailureError, toFailure, useMutationWithIdempotency, useRecordChanges } from '@/graphql';
import { PageHeader } from '@/kit';
import { Badge, Button, Card, ConfirmDialog, EmptyState, ErrorState, ForbiddenState, Input, LoadingNotice, notify, Skeleton } from '@/ui';
import { MergeTagForm, TagForm } from './tag-forms';
import { tagTone, usesText } from './tag-words';

type Open = { kind: 'edit'; tag: TagRowFragment | null } | { kind: 'merge' | 'delete'; tag: TagRowFragment } | null;

/** The words that records carry: look, use, renaming and merging (DAT-04). */
export function TagsScreen() {
  const { data, error, refetch } = useQuery(TagSettingsDocument, { fetchPolicy: 'cache-and-network' });
  const reload = useCallback(() => void refetch().catch(() => undefined), [refetch]);
  useRecordChanges({ subjects: ['tag'], onChange: reload, onResync: reload });
  const [open, setOpen] = useState<Open>(null);
  const [term, setTerm] = useState('');
  const remove = useMutationWithIdempotency(DeleteTagDocument, (answer) => answer.deleteTag);
  const failure = error && !data ? toFailure(error) : null;
  if (failure?.code === 'FORBIDDEN') return <ForbiddenState page detail={failure.message} />;
  if (failure) return <ErrorState page text={failure.message} reference={failure.requestId} onRetry={reload} />;
  const create = <Button variant="primary" onClick={() => setOpen({ kind: 'edit', tag: null })}>New tag</Button>;
  const tags = data?.tags.nodes ?? [];
  const uses = new Map(data?.tagUses.map((use) => [use.tagId, use]));
  const found = tags.filter(({ name, category }) => `${name} ${category ?? ''}`.toLowerCase().includes(term.trim().toLowerCase()));
  const close = () => setOpen(null);
  return (
    <>
      <PageHeader title="Tags" actions={create} />
      <div className="flex w-full max-w-3xl flex-col gap-4 p-4 md:p-5">
        {data ? null : <div aria-busy="true"><LoadingNotice what="tags" /><Skeleton className="h-72 w-full rounded-lg" /></div>}
        {data && tags.length === 0 ? <EmptyState title="No tags yet" text="A tag is a word that leads, customers, deals, projects, tasks and tickets carry. Add one here, or on any record." actions={create} /> : null}
        {tags.length > 0 ? (
          <>
            <Input type="search" aria-label="Find a tag" placeholder="Find a tag" className="max-w-72" value={term} onChange={(event) => setTerm(event.target.value)} />
            <Card flush>
              {found.length === 0 ? <p className="p-4 text-sm text-muted">No tag is called like that.</p> : (
                <ul className="divide-y">
                  {found.map((tag) => <TagLine key={tag.id} tag={tag} by={uses.get(tag.id)?.by ?? []} onOpen={(kind) => setOpen({ kind, tag })} />)}
                </ul>
              )}
            </Card>
            {data && data.tags.totalCount > tags.length ? <p className="text-sm text-muted">The first {tags.length} of {data.tags.totalCount} tags are shown.</p> : null}
          </>
        ) : null}
      </div>
      {open?.kind === 'edit' ? <TagForm tag={open.tag} records={open.tag ? (uses.get(open.tag.id)?.records ?? 0) : 0} onClose={close} onDone={reload} /> : null}
      {open?.kind === 'merge' ? <MergeTagForm tag={open.tag} tags={tags} onClose={close} onDone={reload} /> : null}
      {open?.kind === 'delete' ? (
        <ConfirmDialog
          open onOpenChange={close} danger title={`Delete ${open.tag.name}?`} confirmLabel="Delete tag" typeToConfirm={open.tag.name}
          body={`It is taken from every record that carries it: ${usesText(uses.get(open.tag.id)?.by ?? []).toLowerCase()}. This cannot be undone.`}
          onConfirm={async () => {
            const outcome = await remove.run({ input: { id: open.tag.id, version: open.tag.version } });
            if (!outcome.ok) throw new FailureError(outcome.failure);
            notify.success(`${open.tag.name} is deleted`);
            reload();
          }}
        />
      ) : null}
    </>
  );
}

function TagLine({ tag, by, onOpen }: { tag: TagRowFragment; by: readonly { label: string; records: number }[]; onOpen: (kind: 'edit' | 'merge' | 'delete') => void }) {
  return (
    <li className="flex min-h-12 items-center gap-3 py-1.5 pr-2 pl-4 text-sm">
      <span className="flex min-w-0 flex-1 flex-col items-start gap-0.5">
        <button type="button" aria-label={`${tag.name}. Change`} className="max-w-full rounded-full" onClick={() => onOpen('edit')}><Badge tone={tagTone[tag.colour]}>{tag.name}</Badge></button>
        <span className="text-xs text-muted">{[tag.category, usesText(by)].filter(Boolean).join(' · ')}</span>
      </span>
      <Button variant="ghost" size="icon" aria-label={`Merge ${tag.name} into another tag`} onClick={() => onOpen('merge')}><Merge aria-hidden className="size-4" /></Button>
      <Button variant="ghost" size="icon" aria-label={`Delete ${tag.name}`} onClick={() => onOpen('delete')}><Trash2 aria-hidden className="size-4" /></Button>
    </li>
  );
}
