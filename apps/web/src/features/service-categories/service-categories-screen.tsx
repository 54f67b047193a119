'use client';
import { useQuery } from '@apollo/client/react';
import { Archive, ArchiveRestore } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useCallback, useState } from 'react';
import { ArchiveServiceCategoryDocument, RestoreServiceCategoryDocument, ServiceCategorySettingsDocument } from '@/gql/service-categories/service-categories';
import { toFailure, useMutationWithIdempotency, useRecordChanges } from '@/graphql';
import { PageHeader } from '@/kit';
import { useCan } from '@/session';
import { Badge, Button, Card, EmptyState, ErrorState, ForbiddenState, LoadingNotice, notify, Skeleton } from '@/ui';
import { type Category, placed } from './category-tree';

// Fetched when it opens.
const CategoryForm = dynamic(() => import('./category-form').then((module) => module.CategoryForm), { ssr: false });

/** The services the agency sells, as a tree (ORG-06). */
export function ServiceCategoriesScreen() {
  const { data, error, refetch } = useQuery(ServiceCategorySettingsDocument, { fetchPolicy: 'cache-and-network' });
  const reload = useCallback(() => void refetch().catch(() => undefined), [refetch]);
  useRecordChanges({ subjects: ['serviceCategory'], onChange: reload, onResync: reload });
  const [open, setOpen] = useState<Category | 'new' | null>(null);
  const mayEdit = useCan('serviceCategory.update');
  const failure = error && !data ? toFailure(error) : null;
  if (failure?.code === 'FORBIDDEN') return <ForbiddenState page detail={failure.message} />;
  if (failure) return <ErrorState page text={failure.message} reference={failure.requestId} onRetry={reload} />;
  const create = mayEdit ? <Button variant="primary" onClick={() => setOpen('new')}>New service</Button> : null;
  const categories = data?.serviceCategories.nodes ?? [];
  return (
    <>
      <PageHeader title="Services" actions={create} />
      <div className="flex w-full max-w-3xl flex-col gap-4 p-4 md:p-5">
        {data && categories.length > 0 ? (
          <Card flush>
            <ul className="divide-y">
              {placed(categories).map(({ category, depth }) => <CategoryLine key={category.id} category={category} depth={depth} readOnly={!mayEdit} onOpen={() => setOpen(category)} onChanged={reload} />)}
            </ul>
          </Card>
        ) : null}
        {data ? null : <div aria-busy="true"><LoadingNotice what="services" /><Skeleton className="h-72 w-full rounded-lg" /></div>}
        {data && categories.length === 0 ? <EmptyState title="No services yet" text="A service says which department delivers it and what its onboarding collects." actions={create} /> : null}
      </div>
      {open ? <CategoryForm category={open === 'new' ? null : open} categories={categories} departments={data?.departments.nodes ?? []} onClose={() => setOpen(null)} onDone={reload} /> : null}
    </>
  );
}

function CategoryLine({ category, depth, readOnly, onOpen, onChanged }: { category: Category; depth: number; readOnly: boolean; onOpen: () => void; onChanged: () => void }) {
  const archive = useMutationWithIdempotency(ArchiveServiceCategoryDocument, (data) => data.archiveServiceCategory);
  const restore = useMutationWithIdempotency(RestoreServiceCategoryDocument, (data) => data.restoreServiceCategory);
  const change = async (): Promise<void> => {
    const variables = { input: { id: category.id, version: category.version } };
    const outcome = category.archived ? await restore.run(variables) : await archive.run(variables);
    onChanged();
    if (!outcome.ok) notify.error(category.archived ? 'Not restored' : 'Not archived', outcome.failure.message);
  };
  const needed = category.checklist.filter(({ required }) => required).length;
  return (
    <li className="flex min-h-12 items-center gap-3 py-2 pr-2 pl-4 text-sm" style={{ paddingInlineStart: `${1 + depth * 1.5}rem` }}>
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="flex items-center gap-2">
          <button type="button" className="truncate font-medium underline-offset-3 hover:underline disabled:no-underline" disabled={readOnly || category.archived} onClick={onOpen}>{category.name}</button>
          {category.archived ? <Badge>Archived</Badge> : null}
        </span>
        <span className="truncate text-xs text-muted">{category.department?.name ?? 'No department'} · {category.checklist.length === 0 ? 'no checklist' : `${category.checklist.length} on the checklist, ${needed} needed`}</span>
      </span>
      {readOnly ? null : (
        <Button variant="ghost" size="icon" aria-label={`${category.archived ? 'Restore' : 'Archive'} ${category.name}`} onClick={() => void change()}>
          {category.archived ? <ArchiveRestore aria-hidden className="size-4" /> : <Archive aria-hidden className="size-4" />}
        </Button>
      )}
    </li>
  );
}
