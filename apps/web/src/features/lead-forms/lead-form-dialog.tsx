'use client';
import { useQuery } from '@apollo/client/react';
import { CreateLeadFormDocument, LeadFormDepartmentsDocument, type LeadFormFieldKey, type LeadFormSettingFragment, UpdateLeadFormDocument } from '@/gql/lead-forms/lead-forms';
import { FormDialog, LinesField, ReferenceField, SelectField, SwitchField, TextAreaField, TextField, useMutationForm } from '@/kit';
import { notify, type Option } from '@/ui';
import { HistoryButton } from '../history/history-button';
import { usePeoplePicker } from '../shared/pickers';
import { askedOptions, fieldsOf, questionLabel, type Questions, questionsOf, serviceKey } from './questions';

const USUAL = [{ key: 'NAME', required: true }, { key: 'EMAIL', required: true }, { key: 'COMPANY', required: false }, { key: 'PHONE', required: false }, { key: 'SERVICES', required: false }, { key: 'REQUIREMENTS', required: false }] as const;
const MOST_SERVICES = 30;

interface Values { title: string; slug: string; introduction: string; thanks: string; source: string; active: boolean; department: Option | null; owner: Option | null; questions: Questions; services: { key: string | null; label: string }[] }

const optionOf = (record: { id: string; name: string } | null | undefined): Option | null => (record ? { value: record.id, label: record.name } : null);

/** What a public form asks, and where its leads go. */
export function LeadFormDialog({ leadForm, onClose, onDone }: { leadForm: LeadFormSettingFragment | null; onClose: () => void; onDone: () => void }) {
  const { data } = useQuery(LeadFormDepartmentsDocument);
  const people = usePeoplePicker();
  const before = leadForm?.fields ?? USUAL;
  const defaults: Values = {
    title: leadForm?.title ?? '', slug: leadForm?.slug ?? '', introduction: leadForm?.introduction ?? '', thanks: leadForm?.thanks ?? '', source: leadForm?.source ?? 'Web form', active: leadForm?.active ?? true,
    department: optionOf(leadForm?.department), owner: optionOf(leadForm?.owner), questions: questionsOf(before), services: leadForm?.services.map(({ key, label }) => ({ key, label })) ?? [],
  };
  const facts = ({ title, introduction, thanks, source, active, department, owner, questions, services }: Values) => ({
    title: title.trim(), introduction: introduction.trim() || null, thanks: thanks.trim() || null, source: source.trim() || null, active, departmentId: department?.value ?? null, ownerId: owner?.value ?? null,
    fields: fieldsOf(questions, before), services: services.map(({ key, label }) => ({ key: key ?? serviceKey(label), label: label.trim() })),
  });
  const done = (): void => {
    notify.success(leadForm ? 'Form saved' : 'Form created');
    onDone();
    onClose();
  };
  const restored = (): void => {
    onDone();
    onClose();
  };
  const paths = { departmentId: 'department', ownerId: 'owner' } as const;
  const create = useMutationForm({ document: CreateLeadFormDocument, defaults, variables: (values: Values) => ({ input: { slug: values.slug.trim().toLowerCase(), ...facts(values) } }), select: (answer) => answer.createLeadForm, paths, onDone: done });
  const update = useMutationForm({
    document: UpdateLeadFormDocument, defaults, variables: (values: Values) => ({ input: { id: leadForm?.id ?? '', version: leadForm?.version ?? 0, ...facts(values) } }), select: (answer) => answer.updateLeadForm, paths, onDone: done,
  });
  return (
    <FormDialog open onOpenChange={onClose} title={leadForm ? leadForm.title : 'New form'} submitLabel={leadForm ? 'Save form' : 'Create form'} form={leadForm ? update : create}>
      <TextField name="title" label="Heading" required autoFocus={!leadForm} maxLength={200} placeholder="Tell us what you need" />
      {leadForm ? <p className="text-sm text-muted">Address: <code className="font-mono">/start/{leadForm.slug}</code></p> : <TextField name="slug" label="Address" required maxLength={60} leading="/start/" placeholder="my-agency" hint="Small letters, digits and hyphens. It stays as it is." />}
      <TextAreaField name="introduction" label="What the page says first" rows={2} />
      <TextAreaField name="thanks" label="What it says after sending" rows={2} />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-xs font-medium text-muted">Questions</legend>
        <div className="grid gap-2 sm:grid-cols-2">
          {(Object.keys(questionLabel) as LeadFormFieldKey[]).map((key) => <SelectField key={key} name={`questions.${key}`} label={questionLabel[key]} options={askedOptions} />)}
        </div>
      </fieldset>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-xs font-medium text-muted">Services to choose from</legend>
        <LinesField name="services" what="service" blank={{ key: null, label: '' }} most={MOST_SERVICES} empty="None: the question is left out." line={(at) => <TextField name={`${at}.label`} label="What visitors read" required maxLength={100} />} />
      </fieldset>
      <ReferenceField name="department" label="Its leads belong to" options={(data?.departments.nodes ?? []).map(({ id, name }) => ({ value: id, label: name }))} placeholder="The department of the person below" />
      <ReferenceField name="owner" label="And are given to" options={people.load} placeholder="Nobody: they wait in the queue" />
      <TextField name="source" label="Source of its leads" maxLength={100} />
      <SwitchField name="active" label="It can be opened" hint="Off: visitors are told that the form is closed." />
      {leadForm ? <HistoryButton subject="leadForm" id={leadForm.id} name={leadForm.title} onRestored={restored} /> : null}
    </FormDialog>
  );
}
