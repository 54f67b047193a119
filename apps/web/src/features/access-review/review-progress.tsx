import type { AccessReviewQuery } from '@/gql/access-review/access-review';
import { NumberText, ProgressBar } from '@/ui';

/** How far the review is: every role somebody holds is looked at once in 90 days. */
export function ReviewProgress({ review }: { review: AccessReviewQuery['accessReview'] }) {
  const { totalCount, dueCount, dormantCount } = review;
  const done = totalCount - dueCount;
  return (
    <div className="flex flex-wrap items-end gap-x-8 gap-y-3 pb-1">
      <div className="flex w-72 max-w-full flex-col gap-1">
        <span aria-hidden className="text-xs text-muted">Given or looked at in the last 90 days</span>
        <ProgressBar basisPoints={totalCount === 0 ? 10_000 : Math.floor((done * 10_000) / totalCount)} label="Given or looked at in the last 90 days" size="lg" />
      </div>
      <dl className="flex gap-6 text-sm">
        <Figure label="Roles held" value={totalCount} />
        <Figure label="To look at" value={dueCount} />
        <Figure label="Of dormant accounts" value={dormantCount} />
      </dl>
    </div>
  );
}

function Figure({ label, value }: { label: string; value: number }) {
  return <div className="flex flex-col"><dt className="text-xs text-muted">{label}</dt><dd className="tabular font-semibold"><NumberText value={value} /></dd></div>;
}
