'use client';
import { Plus, X } from 'lucide-react';
import type { UserTier } from '@/gql/people/people';
import { useField } from '@/kit/forms/use-field';
import { Button, type Option, Select } from '@/ui';
import type { RoleChoice } from './use-people-choices';

/** A role and where it holds; an empty department is everywhere the person belongs. */
export interface RoleLine {
  roleId: string;
  departmentId: string;
}

/** Radix has no empty value of a select. */
export const EVERYWHERE = 'everywhere';

/** The input of the API without lines that name no role yet. */
export const assignments = (lines: readonly RoleLine[]) =>
  lines.filter(({ roleId }) => roleId !== '').map(({ roleId, departmentId }) => ({ roleId, departmentId: departmentId === EVERYWHERE ? null : departmentId }));

/** Roles of somebody, a line each: which one, and where. */
export function RolesField({ name, tier, roles, departments }: { name: string; tier: UserTier; roles: readonly RoleChoice[]; departments: readonly Option[] }) {
  const { field, error } = useField({ name, label: 'Roles' });
  const lines: readonly RoleLine[] = field.value ?? [];
  const fitting = roles.filter((role) => role.tiers.includes(tier) && role.key !== 'SUPERADMIN');
  const held = roles.filter((role) => lines.some(({ roleId }) => roleId === role.id) && !fitting.includes(role));
  const options = [...fitting, ...held].map((role) => ({ value: role.id, label: role.name, hint: role.description }));
  const places = [{ value: EVERYWHERE, label: 'Wherever they belong' }, ...departments];
  const change = (index: number, part: Partial<RoleLine>) => field.onChange(lines.map((line, at) => (at === index ? { ...line, ...part } : line)));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-xs font-medium text-muted">Roles</legend>
      {lines.map((line, index) => (
        <div key={index} className="flex flex-wrap items-center gap-2">
          <Select aria-label={`Role ${index + 1}`} className="min-w-40 flex-1" placeholder="Choose a role" value={line.roleId || null} onValueChange={(roleId) => change(index, { roleId })} options={options} />
          {tier === 'CLIENT' ? null : <Select aria-label={`Where role ${index + 1} holds`} className="min-w-40 flex-1" value={line.departmentId} onValueChange={(departmentId) => change(index, { departmentId })} options={places} />}
          <Button size="icon-sm" variant="ghost" aria-label={`Remove role ${index + 1}`} onClick={() => field.onChange(lines.filter((_, at) => at !== index))}><X aria-hidden className="size-3.5" /></Button>
        </div>
      ))}
      <div>
        <Button size="sm" icon={<Plus aria-hidden className="size-3.5" />} onClick={() => field.onChange([...lines, { roleId: '', departmentId: EVERYWHERE }])}>{lines.length === 0 ? 'Add a role' : 'Add another role'}</Button>
      </div>
      {error ? <p className="text-xs text-danger-text">{error}</p> : null}
    </fieldset>
  );
}
