'use client';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useRef, useState } from 'react';
import { type Failure, failureOfErrors, toFailure, type UserError } from './failure';
import { askForProof, needsProof } from './proof';

/** Every payload of the API carries these. */
export interface MutationPayload {
  errors: readonly UserError[];
}

/** What came of a mutation: the payload, or why not. Never thrown. */
export type Outcome<Payload> = { ok: true; payload: Payload; failure?: undefined } | { ok: false; payload?: undefined; failure: Failure };

export interface IdempotentMutation<TVariables, Payload> {
  run: (variables: TVariables) => Promise<Outcome<Payload>>;
  busy: boolean;
}

export interface MutationSettings {
  /** Operations that set cookies or return secrets take no key. */
  idempotent?: boolean;
  /** Leaves UNAUTHENTICATED to the caller (sign-in, public pages). */
  anonymous?: boolean;
  /** Names of queries or documents to load again after success. */
  refetch?: readonly string[];
}

/**
 * Runs a mutation under one idempotency key per intention: the same input sent again after a failure keeps its key, so a write whose
 * answer was lost is not done twice; another input, or the next one after a success, gets a new key.
 * ```ts
 * const qualify = useMutationWithIdempotency(QualifyLeadDocument, (data) => data.qualifyLead);
 * const outcome = await qualify.run({ input });
 * if (!outcome.ok) notify.error('Not qualified', outcome.failure.message);
 * ```
 */
export function useMutationWithIdempotency<TData, TVariables extends OperationVariables, Payload extends MutationPayload>(
  document: TypedDocumentNode<TData, TVariables>,
  select: (data: TData) => Payload,
  { idempotent = true, anonymous = false, refetch }: MutationSettings = {},
): IdempotentMutation<TVariables, Payload> {
  const client = useApolloClient();
  const [pending, setPending] = useState(0);
  const intentions = useRef(new Map<string, string>());
  const pick = useRef(select);
  const names = refetch?.join(',') ?? '';

  const attempt = useCallback(
    async (variables: TVariables): Promise<Outcome<Payload>> => {
      const input = JSON.stringify(variables);
      const key = intentions.current.get(input) ?? crypto.randomUUID();
      intentions.current.set(input, key);
      setPending((count) => count + 1);
      try {
        const { data, error } = await client.mutate({
          mutation: document as TypedDocumentNode<TData, OperationVariables>,
          variables,
          context: { anonymous, ...(idempotent ? { headers: { 'Idempotency-Key': key } } : {}) },
          refetchQueries: names ? names.split(',') : undefined,
        });
        if (error || !data) return { ok: false, failure: toFailure(error) };
        const payload = pick.current(data as TData);
        const failure = failureOfErrors(payload.errors);
        intentions.current.delete(input);
        return failure ? { ok: false, failure } : { ok: true, payload };
      } catch (error) {
        const failure = toFailure(error);
        // An answer came, so nothing is in doubt: the next try is a new intention. Without an answer the key stays.
        if (failure.code !== 'OFFLINE') intentions.current.delete(input);
        return { ok: false, failure };
      } finally {
        setPending((count) => count - 1);
      }
    },
    [client, document, idempotent, anonymous, names],
  );
  const run = useCallback(
    async (variables: TVariables): Promise<Outcome<Payload>> => {
      const outcome = await attempt(variables);
      return !outcome.ok && needsProof(outcome.failure) && (await askForProof()) ? attempt(variables) : outcome;
    },
    [attempt],
  );
  return { run, busy: pending > 0 };
}
