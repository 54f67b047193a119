'use client';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useRef, useState } from 'react';
import { type DefaultValues, type FieldPath, type FieldValues, get, useForm, type UseFormReturn } from 'react-hook-form';
import { conflictOf, type Failure } from '@/graphql/failure';
import { type MutationPayload, type MutationSettings, useMutationWithIdempotency } from '@/graphql/use-mutation';
import { overConflict } from './conflict-lines';

export interface MutationFormOptions<Values extends FieldValues, TData, TVariables extends OperationVariables, Payload extends MutationPayload> extends MutationSettings {
  document: TypedDocumentNode<TData, TVariables>;
  defaults: DefaultValues<Values>;
  /** Form values to the mutation's variables. Trim, and turn empty text into null, here. */
  variables: (values: Values) => TVariables;
  /** The payload in the answer: `(data) => data.createLead`. */
  select: (data: TData) => Payload;
  /** After success. */
  onDone: (payload: Payload, values: Values) => void | Promise<void>;
  /**
   * Where a server path belongs in this form, when the names differ: `{ 'contact.email': 'email' }`.
   * A path that is no field of the form goes to the summary.
   */
  paths?: Readonly<Record<string, FieldPath<Values>>>;
  /** The form is this part of the input: `content` makes the server's `content.lines.0.quantity` the field `lines.0.quantity`. */
  within?: string;
}

/** What `<Form form={...}>` takes. */
export interface MutationForm<Values extends FieldValues> {
  methods: UseFormReturn<Values>;
  submit: () => Promise<void>;
  busy: boolean;
  /** Errors that belong to no field, for `FormSummary`. */
  summary: readonly string[];
  failure: Failure | null;
}

/**
 * A form that runs one mutation. The server's `errors[]` appear at their fields, the first of them takes the focus; the others and whole
 * failures appear in the summary. After a stale save the next one goes over what was seen then. Sending the same values again after a lost connection repeats the same intention.
 */
export function useMutationForm<Values extends FieldValues, TData, TVariables extends OperationVariables, Payload extends MutationPayload>({
  document,
  defaults,
  variables,
  select,
  onDone,
  paths,
  within,
  ...settings
}: MutationFormOptions<Values, TData, TVariables, Payload>): MutationForm<Values> {
  const methods = useForm<Values>({ defaultValues: defaults, shouldFocusError: true });
  const mutation = useMutationWithIdempotency(document, select, settings);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [summary, setSummary] = useState<readonly string[]>([]);
  const sending = useRef(false);
  const seen = useRef<{ staleVersion: unknown; currentVersion: number } | null>(null);

  const place = (problem: Failure) => {
    const loose = [...problem.general];
    let focused = false;
    for (const [path, message] of Object.entries(problem.fields)) {
      const inner = within && path.startsWith(`${within}.`) ? path.slice(within.length + 1) : path;
      const field = (paths?.[inner] ?? inner) as FieldPath<Values>;
      if (get(methods.control._fields, field)) {
        methods.setError(field, { type: 'server', message }, { shouldFocus: !focused });
        focused = true;
      } else loose.push(message);
    }
    setFailure(problem);
    setSummary(loose);
  };

  const submit = methods.handleSubmit(async (values) => {
    if (sending.current) return; // a double click is one intention
    sending.current = true;
    setFailure(null);
    setSummary([]);
    try {
      const sent = overConflict(variables(values), seen.current);
      const outcome = await mutation.run(sent);
      const conflict = outcome.ok ? null : conflictOf(outcome.failure);
      seen.current = conflict && { staleVersion: (variables(values) as { input?: { version?: unknown } }).input?.version, currentVersion: conflict.currentVersion };
      if (outcome.ok) await onDone(outcome.payload, values);
      else place(outcome.failure);
    } finally {
      sending.current = false;
    }
  });
  return { methods, submit: () => submit(), busy: mutation.busy || methods.formState.isSubmitting, summary, failure };
}
