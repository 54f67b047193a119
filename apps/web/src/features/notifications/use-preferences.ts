'use client';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { useCallback } from 'react';
import type { DefaultValues, FieldValues } from 'react-hook-form';
import {
  NotificationPreferencesDocument, type PreferencesFragment, UpdateNotificationPreferencesDocument, type UpdateNotificationPreferencesInput, type UpdateNotificationPreferencesMutation,
  type UpdateNotificationPreferencesMutationVariables,
} from '@/gql/notifications/preferences';
import { type Failure, toFailure, useRecordChanges } from '@/graphql';
import { type MutationForm, useMutationForm } from '@/kit';
import { notify } from '@/ui';

export type Preferences = PreferencesFragment;

/** What every card of the preferences takes. */
export interface PreferencesCardProps {
  preferences: Preferences;
  onReload: () => Promise<unknown>;
}

/** One's own preferences, live: they may be changed on another device. */
export function usePreferences(): { preferences: Preferences | null; failure: Failure | null; reload: () => Promise<unknown>; put: (next: Preferences) => void } {
  const client = useApolloClient();
  const { data, error, refetch } = useQuery(NotificationPreferencesDocument, { fetchPolicy: 'cache-and-network' });
  const reload = useCallback(() => refetch().catch(() => undefined), [refetch]);
  useRecordChanges({ subjects: ['notificationPreferences', 'notificationPreference'], onChange: () => void reload(), onResync: () => void reload() });
  const put = useCallback((next: Preferences) => client.writeQuery({ query: NotificationPreferencesDocument, data: { notificationPreferences: next } }), [client]);
  return { preferences: data?.notificationPreferences ?? null, failure: error && !data ? toFailure(error) : null, reload, put };
}

/** The form of one part of the preferences; changes only that part. */
export function usePreferencesForm<Values extends FieldValues>(
  preferences: Preferences, stored: Values, changes: (values: Values) => Omit<UpdateNotificationPreferencesInput, 'version'>, after?: (values: Values) => Values,
): MutationForm<Values> {
  const form = useMutationForm<Values, UpdateNotificationPreferencesMutation, UpdateNotificationPreferencesMutationVariables, UpdateNotificationPreferencesMutation['updateNotificationPreferences']>({
    document: UpdateNotificationPreferencesDocument,
    defaults: stored as DefaultValues<Values>,
    variables: (values: Values) => ({ input: { version: preferences.version, ...changes(values) } }),
    select: (data) => data.updateNotificationPreferences,
    refetch: ['NotificationPreferences'],
    onDone: (_, values) => {
      form.methods.reset(after ? after(values) : values);
      notify.success('Saved');
    },
  });
  return form;
}
