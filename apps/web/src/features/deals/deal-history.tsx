'use client';
import { ArrowRight } from 'lucide-react';
import type { DealQuery } from '@/gql/deals/deals';
import { Timeline } from '@/kit';

type Deal = NonNullable<DealQuery['deal']>;

/** Whole days and hours of a number of seconds: `3 d 4 h`. */
export function spanText(seconds: string | null): string | null {
  if (seconds === null) return null;
  const hours = Math.floor(Number(seconds) / 3600);
  if (hours < 1) return 'less than an hour';
  return hours < 24 ? `${hours} h` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** The deal's way through its stages, with the time it spent in each. */
export function DealHistory({ deal }: { deal: Deal }) {
  if (deal.moves.length === 0) return <p className="text-sm text-muted">It is still where it started: in {deal.stage?.name ?? 'no stage'}.</p>;
  return (
    <Timeline
      entries={deal.moves.map((move) => ({
        id: move.id, at: move.movedAt, actor: move.movedBy?.name ?? 'The client', icon: <ArrowRight />, body: move.note ?? undefined,
        summary: `moved it from ${move.from?.name ?? 'the start'} to ${move.to?.name ?? '–'}${move.secondsInStage ? ` after ${spanText(move.secondsInStage)}` : ''}`,
      }))}
    />
  );
}
