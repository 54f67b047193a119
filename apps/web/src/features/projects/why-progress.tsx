'use client';
import { useQuery } from '@apollo/client/react';
import { type ProgressNodeKind, WhyProgressDocument, type WhyProgressQuery } from '@/gql/projects/projects';
import { toFailure } from '@/graphql';
import { ErrorState, LoadingNotice, Skeleton } from '@/ui';

type Part = WhyProgressQuery['whyProgress']['parts'][number];

const percent = (points: number | null): string => (points === null ? '–' : `${(points / 100).toFixed(points % 100 === 0 ? 0 : 1)}%`);

/** Why a figure is what it is: each part's share of the whole, how far it is, and what it contributes (AHEAD-02). */
export function WhyProgress({ kind, id }: { kind: ProgressNodeKind; id: string }) {
  const { data, error, refetch } = useQuery(WhyProgressDocument, { variables: { kind, id }, fetchPolicy: 'network-only' });
  if (error) return <ErrorState text={toFailure(error).message} onRetry={() => void refetch()} />;
  if (!data) return <div className="flex flex-col gap-2"><LoadingNotice what="explanation" /><Skeleton className="w-2/3" /><Skeleton /><Skeleton /></div>;
  const why = data.whyProgress;
  return (
    <div className="flex max-h-96 flex-col gap-3 overflow-y-auto">
      <header>
        <h2 className="text-sm font-semibold">Why {percent(why.basisPoints)}?</h2>
        <p className="text-xs text-muted">{why.note}</p>
      </header>
      <table className="w-full text-xs">
        <thead>
          <tr className="border-b text-left text-muted">
            <th scope="col" className="py-1 font-medium">Part</th>
            <th scope="col" className="w-14 py-1 text-right font-medium">Share</th>
            <th scope="col" className="w-14 py-1 text-right font-medium">Done</th>
            <th scope="col" className="w-16 py-1 text-right font-medium">Adds</th>
          </tr>
        </thead>
        <tbody>{why.parts.map((part, index) => <PartRows key={part.id ?? `part-${index}`} part={part} />)}</tbody>
      </table>
    </div>
  );
}

function PartRows({ part }: { part: Part }) {
  return (
    <>
      <Row name={part.name} counted={part.counted} share={part.shareBasisPoints} done={part.completionBasisPoints} adds={part.contributionBasisPoints} />
      {part.parts.map((below, index) => (
        <Row key={below.id ?? `below-${index}`} deep name={below.name} counted={below.counted} share={below.shareBasisPoints} done={below.completionBasisPoints} adds={below.contributionBasisPoints} />
      ))}
    </>
  );
}

function Row({ name, counted, share, done, adds, deep = false }: { name: string; counted: boolean; share: number; done: number | null; adds: number; deep?: boolean }) {
  return (
    <tr className="border-b last:border-0">
      <td className={`py-1 pr-2 ${deep ? 'pl-4 text-muted' : 'font-medium'}`}>{name}{counted ? '' : ' (not counted)'}</td>
      <td className="tabular py-1 text-right text-muted">{percent(share)}</td>
      <td className="tabular py-1 text-right">{percent(done)}</td>
      <td className="tabular py-1 text-right font-medium">{percent(adds)}</td>
    </tr>
  );
}
