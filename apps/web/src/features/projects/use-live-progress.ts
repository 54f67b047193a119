'use client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { type RecordChange, useRecordChanges } from '@/graphql';

const TYPES = { PROJECT: 'Project', MILESTONE: 'Milestone', TASK: 'Task' } as const;

/**
 * Keeps a project's page live: figures and states of every node that an event names are written straight into the cache, so
 * bars move without a reload; anything else that changed is loaded again, at most every half second.
 */
export function useLiveProgress(projectId: string, reload: () => void): void {
  const client = useApolloClient();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const again = useRef(reload);
  useEffect(() => {
    again.current = reload;
  });
  useEffect(() => () => {
    if (timer.current) clearTimeout(timer.current);
  }, []);
  const soon = () => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      again.current();
    }, 500);
  };
  const onChange = (change: RecordChange) => {
    for (const node of change.progress) {
      const id = client.cache.identify({ __typename: TYPES[node.node], id: node.id });
      client.cache.modify({ id, fields: { progressBasisPoints: () => node.basisPoints, status: () => node.status, workDone: () => node.workDone, workTotal: () => node.workTotal } });
    }
    soon();
  };
  useRecordChanges({ recordId: projectId, onChange, onResync: () => again.current() });
}
