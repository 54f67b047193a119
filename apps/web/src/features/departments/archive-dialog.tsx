'use client';
import { useQuery } from '@apollo/client/react';
import { ArchiveDepartmentDocument, DepartmentTreeDocument } from '@/gql/departments/departments';
import { FormDialog, ReferenceField, TextField, useMutationForm } from '@/kit';
import { notify, type Option } from '@/ui';
import type { DepartmentRecord } from './department-screen';
import { belowOf } from './tree';

/** Takes a department out of use; another one takes over what it still has. */
export function ArchiveDialog({ department, onClose, onChanged }: { department: DepartmentRecord; onClose: () => void; onChanged: () => void }) {
  const { data } = useQuery(DepartmentTreeDocument);
  const all = data?.departments.nodes ?? [];
  const below = belowOf(all, department.id);
  const options = all.filter((node) => !node.archived && node.id !== department.id && !below.has(node.id)).map(({ id, name }) => ({ value: id, label: name }));
  const form = useMutationForm({
    document: ArchiveDepartmentDocument,
    defaults: { target: null as Option | null, name: '' },
    variables: ({ target }) => ({ input: { id: department.id, version: department.version, targetId: target?.value ?? null } }),
    select: (answer) => answer.archiveDepartment,
    paths: { targetId: 'target' },
    refetch: ['DepartmentTree'],
    onDone: () => {
      notify.success(`${department.name} is archived`);
      onChanged();
      onClose();
    },
  });
  const checked = {
    ...form,
    submit: async () => {
      if (form.methods.getValues('name').trim() === department.name) await form.submit();
      else form.methods.setError('name', { type: 'same', message: `Type “${department.name}”.` }, { shouldFocus: true });
    },
  };
  const has = [
    department.children.filter(({ archived }) => !archived).length > 0 ? 'departments below' : null, department.teams.length > 0 ? 'teams' : null, department.members.length > 0 ? 'people' : null,
  ].filter((part) => part !== null);
  return (
    <FormDialog open onOpenChange={onClose} title={`Archive ${department.name}`} description="It takes nothing new from then on. Its history stays, and it can be used again." submitLabel={`Archive ${department.name}`} form={checked}>
      <p className="text-sm text-muted">{has.length > 0 ? `It still has ${has.join(', ')}. These, roles bound to it and its open records go to the successor in the same step.` : 'If it still has open records, name who takes them over.'}</p>
      <ReferenceField name="target" label="Successor" options={options} required={has.length > 0} placeholder="Choose a department" />
      <TextField name="name" label={`Type “${department.name}” to confirm`} autoComplete="off" required />
    </FormDialog>
  );
}
