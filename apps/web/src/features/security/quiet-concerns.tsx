import { ShieldCheck } from 'lucide-react';
import type { SecurityOverviewQuery } from '@/gql/security/security-monitor';
import { concernKeys, concerns } from './security-words';

/** What is watched and did not happen: said, so that silence is no gap. */
export function QuietConcerns({ overview }: { overview: SecurityOverviewQuery['securityOverview'] }) {
  const quiet = concernKeys.filter((key) => overview.totals.some((total) => total.key === key && total.count === 0)).map((key) => concerns[key].label.toLowerCase());
  if (quiet.length === 0) return null;
  return (
    <p className="flex items-start gap-2 rounded-lg border bg-raised px-4 py-3 text-sm text-muted">
      <ShieldCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success-text" />
      <span>{quiet.length === concernKeys.length ? 'Nothing to report in this time: ' : 'None in this time: '}{quiet.join(', ')}.</span>
    </p>
  );
}
