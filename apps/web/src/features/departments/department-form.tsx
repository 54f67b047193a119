'use client';
import { useRouter } from 'next/navigation';
import { CreateDepartmentDocument, type DepartmentKind } from '@/gql/departments/departments';
import { FormDialog, ReferenceField, SelectField, TextField, useMutationForm } from '@/kit';
import { notify, type Option } from '@/ui';
import { usePeoplePicker } from '../shared/pickers';
import { kindOptions } from './department-words';

const defaults = { name: '', kind: null as DepartmentKind | null, parent: null as Option | null, manager: null as Option | null };

/** A new department; the stages it serves follow from what it is for, and can be changed on its page. */
export function DepartmentForm({ departments, onClose, onDone }: { departments: readonly { id: string; name: string }[]; onClose: () => void; onDone: () => void }) {
  const router = useRouter();
  const people = usePeoplePicker();
  const form = useMutationForm({
    document: CreateDepartmentDocument,
    defaults,
    variables: ({ name, kind, parent, manager }: typeof defaults) => ({ input: { name: name.trim(), kind: kind ?? 'DELIVERY', parentId: parent?.value ?? null, managerId: manager?.value ?? null } }),
    select: (data) => data.createDepartment,
    paths: { parentId: 'parent', managerId: 'manager' },
    onDone: ({ department }) => {
      notify.success('Department created');
      onDone();
      onClose();
      if (department) router.push(`/settings/departments/${department.id}`);
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} title="New department" submitLabel="Create department" form={form}>
      <TextField name="name" label="Name" required autoFocus />
      <SelectField name="kind" label="What it is for" options={kindOptions} required />
      <ReferenceField name="parent" label="Under" options={departments.map(({ id, name }) => ({ value: id, label: name }))} placeholder="Nothing: at the top" />
      <ReferenceField name="manager" label="Manager" options={people.load} />
    </FormDialog>
  );
}
