'use client';
import { useState } from 'react';
import { PageHeader } from '@/kit';
import { Board, type BoardColumn } from '@/kit/board';
import { Avatar, MoneyText } from '@/ui';
import { type Deal, makeDeals, stages } from './fixtures';
import { KitFrame } from './frame';

function toColumns(deals: readonly Deal[]): BoardColumn<Deal>[] {
  return stages.map((stage) => {
    const cards = deals.filter((deal) => deal.stage === stage.id);
    const sum = cards.reduce((total, deal) => total + BigInt(deal.amountMinor), 0n);
    return { id: stage.id, title: stage.label, tone: stage.tone, cards, count: cards.length, limit: stage.id === 'PROPOSAL' ? 6 : undefined, sum: <MoneyText amountMinor={sum.toString()} currency="EUR" style="compact" /> };
  });
}

/** Deals by stage; Lost refuses everything from Won, and one deal fails on the server. */
export function BoardDemo() {
  const [deals, setDeals] = useState(() => makeDeals(36));
  return (
    <KitFrame>
      <PageHeader title="Pipeline" />
      <div className="h-2" />
      <Board
        id="kit"
        what="deals"
        columns={toColumns(deals)}
        cardId={(deal) => deal.id}
        cardLabel={(deal) => deal.name}
        cardHref={() => '/kit/record'}
        canMove={(deal, to) => (deal.stage === 'WON' && to !== 'WON' ? { allowed: false, reason: 'A won deal is reopened on its page, with a reason' } : { allowed: true })}
        onMove={async ({ card, from, to }) => {
          await new Promise((resolve) => setTimeout(resolve, 400));
          if (card.id === 'deal-0') return { ok: false, reason: 'The deal has no customer yet' };
          const put = (stage: string) => setDeals((now) => now.map((deal) => (deal.id === card.id ? { ...deal, stage } : deal)));
          put(to);
          return { ok: true, undo: async () => put(from) };
        }}
        renderCard={(deal) => (
          <div className="flex flex-col gap-1.5">
            <span className="font-medium text-pretty">{deal.name}</span>
            <span className="flex items-center justify-between text-xs text-muted">
              <MoneyText amountMinor={deal.amountMinor} currency={deal.currency} style="whole" />
              {deal.owner ? <Avatar name={deal.owner} size="xs" /> : null}
            </span>
          </div>
        )}
      />
    </KitFrame>
  );
}
