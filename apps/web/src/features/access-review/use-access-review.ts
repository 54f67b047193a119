'use client';
import { useQuery } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import { AccessReviewDocument, type AccessReviewQuery, type ReviewedRowFragment } from '@/gql/access-review/access-review';
import { type RowSource, toFailure } from '@/graphql';

const PAGE = 100;
type Review = AccessReviewQuery['accessReview'];

/** The review as rows for a `DataTable`, and its figures. */
export function useAccessReview({ dormantOnly, dueOnly }: { dormantOnly: boolean; dueOnly: boolean }): { source: RowSource<ReviewedRowFragment>; review: Review | null } {
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(AccessReviewDocument, { variables: { first: PAGE, dormantOnly, dueOnly }, fetchPolicy: 'cache-and-network' });
  const [loadingMore, setLoadingMore] = useState(false);
  const review = (data ?? previousData)?.accessReview ?? null;
  const source = useMemo((): RowSource<ReviewedRowFragment> => ({
    rows: review?.nodes ?? [],
    total: null,
    loading: loading && !review,
    refreshing: loading && review !== null,
    loadingMore,
    failure: error ? toFailure(error) : null,
    hasMore: Boolean(review?.olderThan),
    loadMore: () => {
      if (loadingMore || !review?.olderThan) return;
      setLoadingMore(true);
      fetchMore({
        variables: { after: review.olderThan },
        updateQuery: (before, { fetchMoreResult: { accessReview: more } }) => ({ accessReview: { ...more, nodes: [...before.accessReview.nodes, ...more.nodes] } }),
      }).catch(() => undefined).finally(() => setLoadingMore(false));
    },
    refetch: () => void refetch().catch(() => undefined),
  }), [review, loading, loadingMore, error, fetchMore, refetch]);
  return { source, review };
}
