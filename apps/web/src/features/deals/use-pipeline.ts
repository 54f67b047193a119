'use client';
import { useQuery } from '@apollo/client/react';
import { DealPipelinesDocument, type DealPipelinesQuery } from '@/gql/deals/deals';

export type Pipeline = DealPipelinesQuery['pipelines']['nodes'][number];
export type Stage = Pipeline['stages'][number];

/** The organization's default pipeline with its stages in order; null while it loads. */
export function usePipeline(): { pipeline: Pipeline | null; error: unknown } {
  const { data, error } = useQuery(DealPipelinesDocument);
  const pipelines = data?.pipelines.nodes ?? [];
  return { pipeline: pipelines.find((each) => each.isDefault) ?? pipelines[0] ?? null, error };
}
