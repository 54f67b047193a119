'use client';
import { useRouter } from 'next/navigation';
import { useWatch } from 'react-hook-form';
import { InviteUserDocument, type UserTier } from '@/gql/people/people';
import { FormDialog, ReferenceField, SelectField, TextField, useMutationForm } from '@/kit';
import { useCan, useViewer } from '@/session';
import { notify, type Option } from '@/ui';
import { useCustomerPicker } from '../shared/pickers';
import { choices, tierHint, tierLabel } from './people-words';
import { assignments, EVERYWHERE, type RoleLine, RolesField } from './roles-field';
import { TickListField } from '../shared/tick-list-field';
import { usePeopleChoices } from './use-people-choices';

const defaults = { name: '', email: '', title: '', tier: 'EMPLOYEE' as UserTier, customer: null as Option | null, departmentIds: [] as string[], roles: [{ roleId: '', departmentId: EVERYWHERE }] as RoleLine[] };

/** Somebody new: they get a link by e-mail and choose their own password. */
export function InviteForm({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const viewer = useViewer();
  const givesRoles = useCan('user.assignRoles');
  const { roles, departments } = usePeopleChoices();
  const customers = useCustomerPicker();
  const form = useMutationForm({
    document: InviteUserDocument,
    defaults,
    variables: (values: typeof defaults) => ({
      input: {
        name: values.name.trim(), email: values.email.trim(), title: values.title.trim() || null, tier: values.tier,
        customerId: values.tier === 'CLIENT' ? (values.customer?.value ?? null) : null, departmentIds: values.tier === 'CLIENT' ? [] : values.departmentIds,
        roles: givesRoles ? assignments(values.roles) : [],
      },
    }),
    select: (data) => data.inviteUser,
    paths: { customerId: 'customer' },
    refetch: ['PeopleList'],
    onDone: ({ user }) => {
      notify.success(`${user?.name ?? 'They'} got an invitation`, 'Its link works for seven days.');
      onClose();
      if (user) router.push(`/settings/people/${user.id}`);
    },
  });
  const tier = useWatch({ control: form.methods.control, name: 'tier' });
  const kinds = choices(tierLabel).filter(({ value }) => value === 'EMPLOYEE' || value === 'CLIENT' || (value === 'ADMIN' && viewer.tier === 'ADMIN'));
  return (
    <FormDialog open onOpenChange={onClose} size="lg" title="Invite somebody" description="They get an e-mail with a link, good for seven days, and choose their own password." submitLabel="Send invitation" form={form}>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="name" label="Name" required autoFocus autoComplete="off" />
        <TextField name="email" label="E-mail" type="email" required autoComplete="off" />
        <SelectField name="tier" label="Kind" options={kinds} hint={tierHint[tier] ?? 'Sees the portal with the projects of their company, nothing else.'} />
        {tier === 'CLIENT' ? <ReferenceField name="customer" label="Customer" options={customers.load} required /> : <TextField name="title" label="Position" />}
      </div>
      {tier === 'CLIENT' ? null : <TickListField name="departmentIds" label="Departments" options={departments} empty="There is no department yet." />}
      {givesRoles ? <RolesField name="roles" tier={tier} roles={roles} departments={departments} /> : <p className="rounded-md bg-info-soft px-3 py-2 text-sm text-info-text">Roles are given by administrators. Until then the person can sign in, but sees nothing.</p>}
    </FormDialog>
  );
}
