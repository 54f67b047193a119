'use client';
import { useRef } from 'react';
import type { DefaultValues, FieldPath, FieldValues } from 'react-hook-form';
import { type SecurityPolicyQuery, UpdateSecurityPolicyDocument, type UpdateSecurityPolicyInput, type UpdateSecurityPolicyMutation, type UpdateSecurityPolicyMutationVariables } from '@/gql/security-policy/security-policy';
import { type MutationForm, useMutationForm } from '@/kit';
import { notify } from '@/ui';
import { useSeenVersion } from '../shared/use-seen-version';

export type Policy = SecurityPolicyQuery['securityPolicy'];

/** What every card of the policy takes. */
export interface PolicyCardProps {
  policy: Policy;
  readOnly: boolean;
  onReload: () => Promise<unknown>;
}

/** The form of one part of the policy; changes only that part. */
export function usePolicyForm<Values extends FieldValues>(policy: Policy, stored: Values, changes: (values: Values) => Omit<UpdateSecurityPolicyInput, 'version'>, paths?: Readonly<Record<string, FieldPath<Values>>>): MutationForm<Values> {
  const seenRef = useRef(policy.version);
  const form = useMutationForm<Values, UpdateSecurityPolicyMutation, UpdateSecurityPolicyMutationVariables, UpdateSecurityPolicyMutation['updateSecurityPolicy']>({
    document: UpdateSecurityPolicyDocument,
    defaults: stored as DefaultValues<Values>,
    variables: (values: Values) => ({ input: { version: seenRef.current, ...changes(values) } }),
    select: (data) => data.updateSecurityPolicy,
    paths,
    refetch: ['SecurityPolicy'],
    onDone: (_, values) => {
      form.methods.reset(values);
      notify.success('Saved', 'It applies at once, to open sessions too.');
    },
  });
  useSeenVersion(seenRef, policy.version, form);
  return form;
}
