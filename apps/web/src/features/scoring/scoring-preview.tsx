'use client';
import { useQuery } from '@apollo/client/react';
import Link from 'next/link';
import { LeadScoringPreviewDocument, type LeadScoringPreviewQueryVariables } from '@/gql/scoring/scoring';
import { toFailure } from '@/graphql';
import { Badge, LoadingNotice, Skeleton } from '@/ui';
import { ratingLabel, ratingTone } from '../leads/lead-words';

/** What the rules on the screen would make of real leads, before they are saved. */
export function ScoringPreview({ profile }: { profile: LeadScoringPreviewQueryVariables['profile'] }) {
  const { data, previousData, error, loading } = useQuery(LeadScoringPreviewDocument, { variables: { profile }, fetchPolicy: 'network-only' });
  const preview = (data ?? previousData)?.leadScoringPreview;
  return (
    <section aria-label="What would change" className="flex flex-col gap-3 rounded-md border p-3.5">
      <h3 className="text-sm font-semibold">What would change</h3>
      <div className="flex flex-col gap-4 text-sm" aria-busy={loading} aria-live="polite">
        {error ? <p className="text-warning-text">{toFailure(error).message}</p> : null}
        {!preview && !error ? <><LoadingNotice what="preview" /><Skeleton className="h-24 w-full rounded-md" /></> : null}
        {preview && !error ? (
          <>
            <p>{preview.looked === 0 ? 'There are no open leads that you see to try the rules on.' : preview.changed === 0 ? `None of your latest ${preview.looked} open leads would get another score.` : `${preview.changed} of your latest ${preview.looked} open leads would get another score.`}</p>
            <ul className="grid grid-cols-3 gap-2">
              {preview.ratings.map(({ rating, before, after }) => (
                <li key={rating} className="flex flex-col items-start gap-1 rounded-md border p-2.5">
                  <Badge dot tone={ratingTone[rating]}>{ratingLabel[rating]}</Badge>
                  <span className="tabular text-base font-semibold">{before === after ? after : <><span className="font-normal text-muted">{before} <span aria-hidden>→</span><span className="sr-only">, then </span></span> {after}</>}</span>
                </li>
              ))}
            </ul>
            {preview.leads.length > 0 ? (
              <ul className="divide-y rounded-md border" aria-label="Leads whose score moves most">
                {preview.leads.map((lead) => (
                  <li key={lead.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
                    <Link href={`/leads/${lead.id}`} target="_blank" className="min-w-32 flex-1 truncate hover:underline">{lead.displayName}</Link>
                    <span className="tabular"><span className="text-muted">{lead.scoreBefore} <span aria-hidden>→</span><span className="sr-only">would become</span></span> <strong className="font-semibold">{lead.scoreAfter}</strong></span>
                    <Badge dot tone={ratingTone[lead.ratingAfter]}>{lead.ratingBefore === lead.ratingAfter ? ratingLabel[lead.ratingAfter] : `${ratingLabel[lead.ratingBefore]} → ${ratingLabel[lead.ratingAfter]}`}</Badge>
                  </li>
                ))}
              </ul>
            ) : null}
          </>
        ) : null}
      </div>
    </section>
  );
}
