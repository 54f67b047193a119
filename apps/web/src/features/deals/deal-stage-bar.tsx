'use client';
import { AdvanceDealStageDocument, type DealQuery } from '@/gql/deals/deals';
import { useMutationWithIdempotency } from '@/graphql';
import { cn } from '@/lib/cn';
import { notify } from '@/ui';

type Deal = NonNullable<DealQuery['deal']>;

/** The stages of the pipeline as steps; a click moves an open deal there. */
export function DealStageBar({ deal, onMoved }: { deal: Deal; onMoved: () => void }) {
  const advance = useMutationWithIdempotency(AdvanceDealStageDocument, (data) => data.advanceDealStage);
  const mayMove = deal.allowedMoves.some((move) => move.move === 'ADVANCE' && move.allowed);
  const stages = (deal.pipeline?.stages ?? []).filter((stage) => !stage.isLost || deal.status === 'LOST');
  const current = deal.stage?.position ?? 0;
  const go = async (stageId: string) => {
    const outcome = await advance.run({ input: { id: deal.id, version: deal.version, stageId } });
    onMoved();
    if (!outcome.ok) return void notify.error('Not moved', outcome.failure.message);
    const { deal: moved } = outcome.payload;
    const from = deal.stage?.id;
    if (!moved || !from) return undefined;
    return notify.undoable(`Moved to ${stages.find((stage) => stage.id === stageId)?.name ?? 'another stage'}`, async () => {
      await advance.run({ input: { id: moved.id, version: moved.version, stageId: from } });
      onMoved();
    });
  };
  // Focusable so that a keyboard can scroll it on a phone.
  return (
    <div tabIndex={0} role="group" aria-label="Stages" className="ring-inside overflow-x-auto rounded-md">
      <ol className="flex gap-1 pb-1">
        {stages.map((stage) => {
          const isCurrent = stage.id === deal.stage?.id;
          const look = cn(
            'flex h-7 w-full items-center justify-center rounded-md px-3 text-xs font-medium whitespace-nowrap',
            isCurrent ? 'bg-accent-soft text-accent-text' : stage.position < current ? 'bg-neutral-soft text-text' : 'bg-neutral-soft text-muted',
          );
          const possible = mayMove && !isCurrent && !stage.isWon && !stage.isLost;
          return (
            <li key={stage.id} className="min-w-24 flex-1" aria-current={isCurrent ? 'step' : undefined}>
              {possible ? <button type="button" disabled={advance.busy} onClick={() => void go(stage.id)} className={cn(look, 'hover:bg-hover')}>{stage.name}</button> : <span className={look}>{stage.name}</span>}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
