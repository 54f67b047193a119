'use client';
import { UpdateDepartmentDocument } from '@/gql/departments/departments';
import { FormDialog, useMutationForm } from '@/kit';
import { notify } from '@/ui';
import { TickListField } from '../shared/tick-list-field';
import type { DepartmentRecord } from './department-screen';
import { stageOptions } from './department-words';

/** Which of the nine stages a department takes over work in. */
export function StagesDialog({ department, onClose, onChanged }: { department: DepartmentRecord; onClose: () => void; onChanged: () => void }) {
  const form = useMutationForm({
    document: UpdateDepartmentDocument,
    defaults: { stages: department.stages.map(String) },
    variables: ({ stages }) => ({ input: { id: department.id, version: department.version, stages: stages.map(Number) } }),
    select: (data) => data.updateDepartment,
    onDone: () => {
      notify.success('Stages saved');
      onChanged();
      onClose();
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} title={`Stages of ${department.name}`} description="Work that reaches one of these is handed to this department." submitLabel="Save stages" form={form}>
      <TickListField name="stages" label="Stages" options={stageOptions} empty="" />
    </FormDialog>
  );
}
