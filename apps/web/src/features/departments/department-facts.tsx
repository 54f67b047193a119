'use client';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useState } from 'react';
import { UpdateDepartmentDocument, type UpdateDepartmentInput } from '@/gql/departments/departments';
import { useMutationWithIdempotency } from '@/graphql';
import { Fact, FactList, InlineEdit, InlineSelect, useFactSaver } from '@/kit';
import { useCan } from '@/session';
import { Button, DateText } from '@/ui';
import { usePeoplePicker } from '../shared/pickers';
import type { DepartmentRecord } from './department-screen';
import { kindLabel, kindOptions, stageName } from './department-words';

// Fetched when it opens.
const StagesDialog = dynamic(() => import('./stages-dialog').then((module) => module.StagesDialog), { ssr: false });

/** What a department is for, where it stands and who manages it; edited in its place. */
export function DepartmentFacts({ department, onChanged }: { department: DepartmentRecord; onChanged: () => void }) {
  const update = useMutationWithIdempotency(UpdateDepartmentDocument, (answer) => answer.updateDepartment);
  const people = usePeoplePicker();
  const mayEdit = useCan('department.update') && !department.archived;
  const [staging, setStaging] = useState(false);
  const save = useFactSaver(department.version, (version, facts: Omit<UpdateDepartmentInput, 'id' | 'version'>) => update.run({ input: { id: department.id, version, ...facts } }), onChanged);
  return (
    <FactList title="Details">
      <Fact label="Name"><InlineEdit label="Name" value={department.name} readOnly={!mayEdit} onSave={(name, force) => save({ name: name.trim() }, { field: 'name', force })} /></Fact>
      <Fact label="For"><InlineSelect label="What it is for" value={{ value: department.kind, label: kindLabel[department.kind] }} options={kindOptions} readOnly={!mayEdit} onSave={(next, force) => save({ kind: next?.value as DepartmentRecord['kind'] }, { field: 'kind', force })} /></Fact>
      <Fact label="Manager"><InlineSelect label="Manager" clearable value={department.manager ? { value: department.manager.id, label: department.manager.name } : null} options={people.load} readOnly={!mayEdit} onSave={(next, force) => save({ managerId: next?.value ?? null }, { field: 'manager_id', force })} /></Fact>
      <Fact label="Under">{department.parent ? <Link className="truncate underline-offset-3 hover:underline" href={`/settings/departments/${department.parent.id}`}>{department.parent.name}</Link> : department.parentId ? 'Another department' : 'The top'}</Fact>
      {department.children.length > 0 ? (
        <Fact label="Below it" stack>
          <span>{department.children.map((child, index) => <span key={child.id}>{index > 0 ? ', ' : ''}<Link className="underline-offset-3 hover:underline" href={`/settings/departments/${child.id}`}>{child.name}</Link></span>)}</span>
        </Fact>
      ) : null}
      <Fact label="Stages served" stack>
        <span className="flex flex-1 items-center justify-between gap-2">
          <span>{department.stages.map((stage) => `${stage} ${stageName(stage)}`).join(', ') || <span className="text-faint">None</span>}</span>
          {mayEdit ? <Button size="sm" variant="ghost" aria-label="Change stages" onClick={() => setStaging(true)}>Change</Button> : null}
        </span>
      </Fact>
      <Fact label="Since"><DateText value={department.createdAt} /></Fact>
      {staging ? <StagesDialog department={department} onClose={() => setStaging(false)} onChanged={onChanged} /> : null}
    </FactList>
  );
}
