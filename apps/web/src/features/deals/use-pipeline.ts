'use client';
import { useQuery } from '@apollo/client/react';
import { DealPipelinesDocument, type DealPipelinesQuery } from '@/gql/deals/deals';

export type Pipeline = DealPipelinesQuery['pipelines']['nodes'][number];
export type Stage = Pipeline['stages'][number];

/** The organization's default pipeline with its stages in order; null while it loads, and where there is `none`. */
export function usePipeline(): { pipeline: Pipeline | null; none: boolean; error: unknown } {
  const { data, error } = useQuery(DealPipelinesDocument);
  const pipelines = data?.pipelines.nodes ?? [];
  return { pipeline: pipelines.find((each) => each.isDefault) ?? pipelines[0] ?? null, none: data?.pipelines.nodes.length === 0, error };
}
