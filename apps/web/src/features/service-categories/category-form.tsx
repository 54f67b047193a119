'use client';
import { CreateServiceCategoryDocument, type RequirementKind, UpdateServiceCategoryDocument } from '@/gql/service-categories/service-categories';
import { CheckboxField, FormDialog, LinesField, ReferenceField, SelectField, TextField, useMutationForm } from '@/kit';
import { notify, type Option } from '@/ui';
import { HistoryButton } from '../history/history-button';
import { type Category, withAllBelow } from './category-tree';

const KINDS: readonly { value: RequirementKind; label: string }[] = [{ value: 'INFORMATION', label: 'Information' }, { value: 'DOCUMENT', label: 'Document' }, { value: 'ACCESS', label: 'Access' }];
const BLANK = { title: '', kind: 'INFORMATION', required: true };
const MOST_LINES = 100;

interface Line { title: string; kind: RequirementKind; required: boolean }
interface Values { name: string; department: Option | null; parent: Option | null; checklist: Line[] }

const optionOf = ({ id, name }: { id: string; name: string }): Option => ({ value: id, label: name });
const facts = ({ name, department, parent, checklist }: Values) => ({
  name: name.trim(), departmentId: department?.value ?? null, parentId: parent?.value ?? null, checklist: checklist.map(({ title, kind, required }) => ({ title: title.trim(), kind, required })),
});

/** A service the agency sells: who delivers it, where it stands, and what its onboarding collects. */
export function CategoryForm({ category, categories, departments, onClose, onDone }: {
  category: Category | null; categories: readonly Category[]; departments: readonly { id: string; name: string }[]; onClose: () => void; onDone: () => void;
}) {
  const defaults: Values = {
    name: category?.name ?? '', department: category?.department ? optionOf(category.department) : null,
    parent: optionsAt(categories, category?.parentId), checklist: category?.checklist.map(({ title, kind, required }) => ({ title, kind, required })) ?? [],
  };
  const done = (): void => {
    notify.success(category ? 'Service saved' : 'Service created');
    onDone();
    onClose();
  };
  const restored = (): void => {
    onDone();
    onClose();
  };
  const paths = { departmentId: 'department', parentId: 'parent' } as const;
  const create = useMutationForm({ document: CreateServiceCategoryDocument, defaults, variables: (values: Values) => ({ input: facts(values) }), select: (data) => data.createServiceCategory, paths, onDone: done });
  const update = useMutationForm({
    document: UpdateServiceCategoryDocument, defaults, variables: (values: Values) => ({ input: { id: category?.id ?? '', version: category?.version ?? 0, ...facts(values) } }),
    select: (data) => data.updateServiceCategory, paths, onDone: done,
  });
  const under = category ? withAllBelow(categories, category.id) : new Set<string>();
  return (
    <FormDialog open onOpenChange={onClose} title={category ? category.name : 'New service'} submitLabel={category ? 'Save service' : 'Create service'} form={category ? update : create}>
      <TextField name="name" label="Name" required autoFocus={!category} maxLength={100} placeholder="Google Ads" />
      <ReferenceField name="department" label="Delivered by" options={departments.map(optionOf)} placeholder="No department yet" />
      <ReferenceField name="parent" label="Under" options={categories.filter(({ id, archived }) => !archived && !under.has(id)).map(optionOf)} placeholder="Nothing: at the top" />
      <div className="flex flex-col gap-1.5">
        <h3 className="text-xs font-medium text-muted">What its onboarding collects</h3>
        <LinesField
          name="checklist" what="line" blank={BLANK} most={MOST_LINES} empty="Nothing: onboarding tickets begin with an empty checklist."
          line={(at) => (
            <div className="grid grid-cols-[1fr_auto] items-end gap-2">
              <TextField name={`${at}.title`} label="What is needed" required maxLength={200} className="col-span-2" />
              <SelectField name={`${at}.kind`} label="Kind" options={KINDS} />
              <div className="pb-1.5"><CheckboxField name={`${at}.required`} label="Needed" /></div>
            </div>
          )}
        />
        {category ? <p className="text-xs text-muted">Tickets that are open keep the checklist they began with.</p> : null}
      </div>
      {category ? <HistoryButton subject="serviceCategory" id={category.id} name={category.name} onRestored={restored} /> : null}
    </FormDialog>
  );
}

function optionsAt(categories: readonly Category[], id: string | null | undefined): Option | null {
  const found = categories.find((category) => category.id === id);
  return found ? optionOf(found) : null;
}
