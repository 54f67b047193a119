'use client';
import { Checkbox } from '@/ui/checkbox';
import { Combobox, type OptionLoader } from '@/ui/combobox';
import { Field } from '@/ui/field';
import { type Option, Select } from '@/ui/select';
import { Switch } from '@/ui/switch';
import { type FieldCommon, frame, useField } from './use-field';

/** One of few; the value is the option's value, or null. */
export function SelectField({ options, placeholder, ...common }: FieldCommon & { options: readonly Option[]; placeholder?: string }) {
  const { field, error } = useField(common);
  return <Field {...frame(common, error)}>{(control) => <Select {...control} value={field.value ?? null} onValueChange={field.onChange} options={options} placeholder={placeholder} disabled={common.disabled} />}</Field>;
}

/** One record among many, found by typing; the value is an `Option` (id and label), or null. */
export function ReferenceField({ options, placeholder, ...common }: FieldCommon & { options: readonly Option[] | OptionLoader; placeholder?: string }) {
  const { field, error } = useField(common);
  return (
    <Field {...frame(common, error)}>
      {(control) => <Combobox {...control} aria-label={common.label} value={field.value ?? null} onValueChange={field.onChange} options={options} placeholder={placeholder} clearable={!common.required} disabled={common.disabled} />}
    </Field>
  );
}

/** Yes or no, saved with the form. */
export function CheckboxField({ name, label, hint, disabled }: FieldCommon) {
  const { field, error } = useField({ name, label });
  return (
    <div className="flex flex-col gap-1">
      <label className="flex items-start gap-2.5 text-sm">
        <Checkbox ref={field.ref} name={name} checked={Boolean(field.value)} onCheckedChange={(next) => field.onChange(next === true)} onBlur={field.onBlur} disabled={disabled} className="mt-0.5" />
        <span className="flex flex-col">
          {label}
          {hint ? <span className="text-xs text-muted">{hint}</span> : null}
        </span>
      </label>
      {error ? <p className="text-xs text-danger-text">{error}</p> : null}
    </div>
  );
}

/** A switch with its label at the left. */
export function SwitchField({ name, label, hint, disabled }: FieldCommon) {
  const { field } = useField({ name, label });
  return (
    <label className="flex items-center justify-between gap-4 text-sm">
      <span className="flex flex-col">
        {label}
        {hint ? <span className="text-xs text-muted">{hint}</span> : null}
      </span>
      <Switch ref={field.ref} checked={Boolean(field.value)} onCheckedChange={field.onChange} onBlur={field.onBlur} disabled={disabled} />
    </label>
  );
}
