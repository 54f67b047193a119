'use client';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { backoff } from './resumable';

/**
 * A subscription whose every message is the whole present state (who is here): after a drop it is opened again and so up to date by
 * itself. Variables are compared by value.
 *
 * @param loadDocument an import, the same function at every call: what is live is not part of the first load
 * @param options.onData told of every message, for a part of the state that says only what has changed
 * @returns the last state; null before the first one, and again while the connection is away
 */
export function useLiveState<TData, TVariables extends OperationVariables>(loadDocument: () => Promise<TypedDocumentNode<TData, TVariables>>, variables: TVariables, { skip = false, onData }: { skip?: boolean; onData?: (data: TData) => void } = {}): TData | null {
  const client = useApolloClient();
  const [state, setState] = useState<{ key: string; data: TData } | null>(null);
  const key = JSON.stringify(variables);
  const told = useRef(onData);
  useEffect(() => {
    told.current = onData;
  });
  useEffect(() => {
    if (skip) return undefined;
    let over = false;
    let attempts = 0;
    let stop = () => undefined as void;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = () => {
      if (over) return;
      setState(null);
      timer = setTimeout(() => void open(), backoff(attempts++));
    };
    const open = async () => {
      const document = await loadDocument().catch(() => null);
      if (over) return;
      if (!document) return again();
      let ended = false;
      const end = () => {
        if (!ended) again();
        ended = true;
      };
      const subscription = client.subscribe({ query: document, variables: JSON.parse(key) as TVariables, fetchPolicy: 'no-cache' }).subscribe({
        next: ({ data, error }) => {
          if (ended || over) return;
          if (!data) return error ? end() : undefined;
          attempts = 0;
          setState({ key, data: data as TData });
          told.current?.(data as TData);
        },
        error: end,
        complete: end,
      });
      stop = () => subscription.unsubscribe();
    };
    void open();
    return () => {
      over = true;
      clearTimeout(timer);
      stop();
    };
  }, [client, loadDocument, key, skip]);
  return state?.key === key ? state.data : null;
}
