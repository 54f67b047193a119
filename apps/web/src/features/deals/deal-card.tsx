import { Clock } from 'lucide-react';
import type { DealCardFragment } from '@/gql/deals/deals';
import { Avatar, MoneyText } from '@/ui';
import { ageText, daysSince } from './deal-words';

/** What a deal shows on the board. A deal that stays longer than its stage allows carries a mark. */
export function DealCardContent({ deal }: { deal: DealCardFragment }) {
  const days = daysSince(deal.stageEnteredAt);
  const rotten = deal.status === 'OPEN' && deal.stage?.rotDays !== null && deal.stage !== null && days > (deal.stage?.rotDays ?? 0);
  return (
    <div className="flex flex-col gap-1.5">
      <span className="font-medium text-pretty">{deal.name}</span>
      {deal.customer ? <span className="truncate text-xs text-muted">{deal.customer.name}</span> : null}
      <span className="flex items-center justify-between gap-2 text-xs text-muted">
        <MoneyText money={deal.amount} style="whole" />
        <span className="flex items-center gap-1.5">
          {rotten ? (
            <span className="flex items-center gap-1 text-warning-text">
              <Clock aria-hidden className="size-3" />
              <span className="tabular">{ageText(days)}</span>
              <span className="sr-only">in this stage, longer than usual</span>
            </span>
          ) : null}
          {deal.owner ? <Avatar name={deal.owner.name} size="xs" /> : null}
        </span>
      </span>
    </div>
  );
}
