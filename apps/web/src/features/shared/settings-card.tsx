'use client';
import { type ReactNode, useEffect, useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { Form, FormSummary, type MutationForm, SubmitButton } from '@/kit';
import { Button, Card } from '@/ui';

export interface SettingsCardProps<Values extends FieldValues> {
  title: string;
  form: MutationForm<Values>;
  /** What holds now, as the form's values. */
  stored: Values;
  /** How fields are called in a conflict. */
  names: { readonly [Key in keyof Values]?: string };
  /** What a value that is more than a word comes to in a conflict, beside the other one; absent or null: as it is. */
  words?: (name: string, value: unknown, other: unknown) => string | null;
  /** Loads again what holds now; keeps its identity. */
  onReload: () => Promise<unknown>;
  /** The viewer may only look. */
  readOnly?: boolean;
  /** Between the fields and the button: a refusal that wants more than a sentence. */
  notice?: ReactNode;
  children: ReactNode;
}

const inWords = (value: unknown): string => {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(inWords).join(', ');
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value === 'object' && value !== null) return Object.entries(value).filter(([key]) => key !== '__typename').map(([, each]) => inWords(each)).join(' ');
  return value === null || value === undefined || value === '' ? 'none' : String(value);
};

/** A group of settings with a Save of its own. When somebody else saved meanwhile, both values are shown and one is kept. */
export function SettingsCard<Values extends FieldValues>({ title, form, stored, names, words, onReload, readOnly = false, notice, children }: SettingsCardProps<Values>) {
  const { methods, failure } = form;
  const { isDirty } = methods.formState;
  const [settled, setSettled] = useState(failure);
  const conflict = failure?.code === 'CONFLICT' && failure !== settled;
  const sign = JSON.stringify(stored);
  useEffect(() => {
    if (conflict) void onReload();
  }, [conflict, onReload]);
  useEffect(() => {
    if (!isDirty) methods.reset(JSON.parse(sign) as Values);
  }, [sign, isDirty, methods]);
  const mine = conflict ? methods.getValues() : null;
  const different = mine ? Object.keys(names).filter((name) => JSON.stringify(mine[name]) !== JSON.stringify(stored[name])) : [];
  return (
    <Card title={title}>
      <Form form={form}>
        <fieldset disabled={readOnly} className="flex min-w-0 flex-col gap-4">
          {children}
        </fieldset>
        {conflict ? (
          <div role="alert" className="flex flex-col gap-2 rounded-md bg-warning-soft px-3 py-2 text-sm text-warning-text">
            <p>Somebody else saved these settings meanwhile.</p>
            <ul className="list-disc pl-5">
              {different.map((name) => <li key={name}>{names[name]}: now <strong>{words?.(name, stored[name], mine?.[name]) ?? inWords(stored[name])}</strong>, yours <strong>{words?.(name, mine?.[name], stored[name]) ?? inWords(mine?.[name])}</strong></li>)}
            </ul>
            <div className="flex gap-2">
              <Button size="sm" onClick={() => {
                setSettled(failure);
                methods.reset(stored);
              }}>Take theirs</Button>
              <Button size="sm" onClick={() => void form.submit()}>Keep mine</Button>
            </div>
          </div>
        ) : notice ?? <FormSummary />}
        {readOnly ? null : (
          <div className="flex items-center gap-2">
            <SubmitButton>Save</SubmitButton>
            {isDirty ? <Button onClick={() => methods.reset(stored)}>Undo changes</Button> : null}
          </div>
        )}
      </Form>
    </Card>
  );
}
