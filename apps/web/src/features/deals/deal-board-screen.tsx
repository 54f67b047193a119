'use client';
import { useMemo } from 'react';
import dynamic from 'next/dynamic';
import { AdvanceDealStageDocument, type DealCardFragment } from '@/gql/deals/deals';
import { useMutationWithIdempotency, useRecordChanges } from '@/graphql';
import { FilterBar, type FilterDef, PageHeader, useListState, useNewParam } from '@/kit';
import { Board, type BoardColumn, type MoveVerdict } from '@/kit/board';
import { useCan } from '@/session';
import { Button, EmptyState, ErrorState, ForbiddenState, LoadingNotice, MoneyText, Skeleton } from '@/ui';
import { usePeoplePicker } from '../shared/pickers';
import { DealCardContent } from './deal-card';
import { DealViewSwitch } from './deal-view-switch';
import { useBoardColumns } from './use-board-columns';
import { type Stage, usePipeline } from './use-pipeline';

// Fetched when they open.
const DealForm = dynamic(() => import('./deal-form').then((module) => module.DealForm), { ssr: false });

const NONE: Stage[] = [];

/** The pipeline as a board: cards by stage, sums per column, live when others move cards. */
export function DealBoardScreen() {
  const { pipeline, none, error } = usePipeline();
  const [creating, setCreating] = useNewParam();
  const people = usePeoplePicker();
  const filters = useMemo<FilterDef[]>(() => [{ id: 'owner', label: 'Owner', type: 'reference', single: true, load: people.load, resolve: people.resolve }], [people]);
  const list = useListState(filters);
  const canCreate = useCan('deal.create');
  const canRead = useCan('deal.read');
  const stages = pipeline?.stages ?? NONE;
  const board = useBoardColumns(pipeline, { ownerId: list.filters.owner?.[0] ?? null, search: list.search });
  const advance = useMutationWithIdempotency(AdvanceDealStageDocument, (data) => data.advanceDealStage);
  const refresh = board.reload;
  useRecordChanges({ subjects: ['deal'], onChange: refresh, onResync: refresh });

  const canMove = (deal: DealCardFragment, to: string): MoveVerdict => {
    const stage = stages.find((each) => each.id === to);
    if (deal.status !== 'OPEN') return { allowed: false, reason: 'A decided deal is reopened on its page' };
    if (stage?.isWon || stage?.isLost) return { allowed: false, reason: `A deal is ${stage.isWon ? 'won' : 'lost'} on its page, with a reason` };
    return { allowed: true };
  };
  const columns: BoardColumn<DealCardFragment>[] = stages.map((stage) => {
    const state = board.column(stage.id);
    const sums = board.sums.find((each) => each.stageId === stage.id);
    return {
      id: stage.id, title: stage.name, tone: stage.isWon ? 'success' : stage.isLost ? 'danger' : 'neutral', cards: state.cards, count: state.total, loading: state.loading,
      sum: sums ? <MoneyText money={sums.total} style="compact" /> : null, hasMore: state.hasMore, loadMore: () => board.loadMore(stage.id),
    };
  });

  if (!canRead) return <ForbiddenState />;
  return (
    <>
      <PageHeader
        title="Deals"
        actions={
          <>
            <DealViewSwitch value="board" query={list.query} />
            {canCreate ? <Button variant="primary" onClick={() => setCreating(true)}>New deal</Button> : null}
          </>
        }
      />
      <FilterBar filters={filters} list={list} searchPlaceholder="Search deals" />
      {error || board.failure ? <ErrorState text={board.failure?.message} onRetry={refresh} /> : null}
      {pipeline ? (
        <Board
          id={`deals-${pipeline.id}`} what="deals" columns={columns} cardId={(deal) => deal.id} cardLabel={(deal) => deal.name}
          cardHref={(deal) => `/deals/${deal.id}`} canMove={canMove} renderCard={(deal) => <DealCardContent deal={deal} />}
          onMove={async ({ card, from, to }) => {
            const outcome = await advance.run({ input: { id: card.id, version: card.version, stageId: to } });
            refresh();
            if (!outcome.ok) return { ok: false, reason: outcome.failure.message };
            const moved = outcome.payload.deal;
            return { ok: true, undo: async () => {
              if (moved) await advance.run({ input: { id: moved.id, version: moved.version, stageId: from } });
              refresh();
            } };
          }}
        />
      ) : none ? <EmptyState title="No pipeline yet" text="Deals move through the stages of a pipeline. Whoever leads sales sets one up." />
        : error ? null : <BoardSkeleton />}
      {creating ? <DealForm onClose={() => setCreating(false)} /> : null}
    </>
  );
}

function BoardSkeleton() {
  return (
    <div aria-busy="true" className="flex flex-1 gap-3 overflow-hidden px-4 md:px-5">
      <LoadingNotice what="deals" />
      {[0, 1, 2, 3, 4].map((column) => (
        <div key={column} className="flex w-72 shrink-0 flex-col gap-2">
          <Skeleton className="h-6 w-32" />
          {[0, 1, 2].map((card) => <Skeleton key={card} className="h-20 w-full" />)}
        </div>
      ))}
    </div>
  );
}
