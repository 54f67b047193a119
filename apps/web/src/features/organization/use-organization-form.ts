'use client';
import { useRef } from 'react';
import type { DefaultValues, FieldValues } from 'react-hook-form';
import { type OrganizationSettingsQuery, UpdateOrganizationSettingsDocument, type UpdateOrganizationSettingsInput, type UpdateOrganizationSettingsMutation, type UpdateOrganizationSettingsMutationVariables } from '@/gql/organization/organization';
import { type MutationForm, useMutationForm } from '@/kit';
import { notify } from '@/ui';
import { useSeenVersion } from '../shared/use-seen-version';

export type OrganizationSettings = OrganizationSettingsQuery['organizationSettings'];

/** What every card of the organization takes. */
export interface OrganizationCardProps {
  settings: OrganizationSettings;
  readOnly: boolean;
  onReload: () => Promise<unknown>;
}

/** The form of one part of the organization's settings; changes only that part. */
export function useOrganizationForm<Values extends FieldValues>(settings: OrganizationSettings, stored: Values, changes: (values: Values) => Omit<UpdateOrganizationSettingsInput, 'version'>): MutationForm<Values> {
  const seenRef = useRef(settings.version);
  const form = useMutationForm<Values, UpdateOrganizationSettingsMutation, UpdateOrganizationSettingsMutationVariables, UpdateOrganizationSettingsMutation['updateOrganizationSettings']>({
    document: UpdateOrganizationSettingsDocument,
    defaults: stored as DefaultValues<Values>,
    variables: (values: Values) => ({ input: { version: seenRef.current, ...changes(values) } }),
    select: (data) => data.updateOrganizationSettings,
    onDone: (_, values) => {
      form.methods.reset(values);
      notify.success('Saved');
    },
  });
  useSeenVersion(seenRef, settings.version, form);
  return form;
}
