import type { GrantEffect, GrantScope, UserStatus, UserTier } from '@/gql/people/people';
import type { DeviceStatus } from '@/gql/people/sign-in';
import type { Tone } from '@/lib/tone';

export const tierLabel: Readonly<Record<UserTier, string>> = { ADMIN: 'Administrator', EMPLOYEE: 'Staff', CLIENT: 'Client', SERVICE: 'Program' };
export const tierHint: Readonly<Partial<Record<UserTier, string>>> = {
  EMPLOYEE: 'Works here; gets in from the networks you allow.',
  ADMIN: 'Also runs the organization; a code of the phone is asked for every time.',
};
export const statusLabel: Readonly<Record<UserStatus, string>> = { INVITED: 'Invited', ACTIVE: 'Active', INACTIVE: 'Deactivated' };
export const statusTone: Readonly<Record<UserStatus, Tone>> = { INVITED: 'info', ACTIVE: 'success', INACTIVE: 'neutral' };

export const effectLabel: Readonly<Record<GrantEffect, string>> = { ALLOW: 'May', DENY: 'May not', MASK: 'Sees masked' };
export const effectTone: Readonly<Record<GrantEffect, Tone>> = { ALLOW: 'success', DENY: 'danger', MASK: 'warning' };
export const scopeLabel: Readonly<Record<GrantScope, string>> = {
  OWN: 'Their own records', ASSIGNED: 'What is assigned to them', TEAM: 'Their teams', DEPARTMENT: 'Their departments', ORGANIZATION: 'Everywhere', CUSTOMER: 'Their customer',
};

export const deviceStatusLabel: Readonly<Record<DeviceStatus, string>> = { PENDING: 'Waits for approval', APPROVED: 'Approved', REVOKED: 'Revoked' };
export const deviceStatusTone: Readonly<Record<DeviceStatus, Tone>> = { PENDING: 'warning', APPROVED: 'success', REVOKED: 'neutral' };

/** Labels as choices of a select or filter. */
export function choices<Value extends string>(labels: Readonly<Record<Value, string>>): { value: Value; label: string }[] {
  return (Object.entries(labels) as [Value, string][]).map(([value, label]) => ({ value, label }));
}

/** "Closer, and Manager of Sales". */
export function rolesText(roles: readonly { role: { name: string } | null; department: { name: string } | null }[]): string {
  return roles.map(({ role, department }) => `${role?.name ?? 'A role'}${department ? ` in ${department.name}` : ''}`).join(', ');
}
