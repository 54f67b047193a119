'use client';
import type { LeadQuery } from '@/gql/leads/leads';
import { cn } from '@/lib/cn';
import { toneFill } from '@/lib/tone';
import { Badge, Popover } from '@/ui';
import { ratingLabel, ratingTone, scoreCategoryLabel } from './lead-words';

type Lead = NonNullable<LeadQuery['lead']>;

/** The score as a bar; a click opens the points that make it. */
export function ScoreMeter({ lead }: { lead: Pick<Lead, 'score' | 'rating' | 'scoreReasons'> }) {
  const tone = ratingTone[lead.rating];
  return (
    <Popover
      label={`Why this score is ${lead.score}`}
      className="w-80 max-w-[92vw]"
      trigger={
        <button type="button" className="-mx-1 flex w-full max-w-md items-center gap-3 rounded-md px-1 py-1 text-left hover:bg-hover">
          <span className="sr-only">Score:</span>
          <Badge dot tone={tone}>{ratingLabel[lead.rating]}</Badge>
          <span className="relative h-2 min-w-16 flex-1 overflow-hidden rounded-full bg-border">
            <span className={cn('absolute inset-y-0 left-0 rounded-full', toneFill[tone])} style={{ width: `${lead.score}%` }} />
          </span>
          <span className="tabular text-base font-semibold">{lead.score}</span>
          <span className="text-xs text-muted underline underline-offset-4">Why?</span>
        </button>
      }
    >
      <ScoreReasons lead={lead} />
    </Popover>
  );
}

/** The points that add up to the score, by kind of fact. */
export function ScoreReasons({ lead }: { lead: Pick<Lead, 'score' | 'scoreReasons'> }) {
  if (lead.scoreReasons.length === 0) return <p className="p-1 text-sm text-muted">Nothing is known yet that counts. A company, a telephone number or the answers of a qualification raise the score.</p>;
  const categories = [...new Set(lead.scoreReasons.map((reason) => reason.category))];
  return (
    <div className="flex flex-col gap-3 p-1 text-sm">
      {categories.map((category) => (
        <section key={category}>
          <h3 className="text-xs font-medium text-muted">{scoreCategoryLabel[category]}</h3>
          <ul>
            {lead.scoreReasons.filter((reason) => reason.category === category).map((reason) => (
              <li key={reason.key} className="flex items-baseline justify-between gap-3 py-0.5">
                <span>{reason.label}</span>
                <span className={cn('tabular font-medium', reason.points < 0 ? 'text-danger-text' : 'text-success-text')}>{reason.points > 0 ? `+${reason.points}` : `−${-reason.points}`}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="flex items-baseline justify-between border-t pt-2 font-semibold"><span>Score</span><span className="tabular">{lead.score}</span></p>
    </div>
  );
}
