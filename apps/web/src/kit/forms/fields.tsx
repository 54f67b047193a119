'use client';
import type { ComponentProps, ReactNode } from 'react';
import { useController } from 'react-hook-form';
import { Checkbox } from '@/ui/checkbox';
import { Combobox, type OptionLoader } from '@/ui/combobox';
import { Field } from '@/ui/field';
import { Input, type InputProps, Textarea } from '@/ui/input';
import { type Option, Select } from '@/ui/select';
import { Switch } from '@/ui/switch';

interface Common {
  /** Path in the form's values. */
  name: string;
  label: string;
  hint?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  /** Right of the label (a `VisibilityMark`, a "why"). */
  aside?: ReactNode;
  className?: string;
}

/** Ties a named value to its control; the message of a missing value names the field. */
function useField({ name, label, required }: Pick<Common, 'name' | 'label' | 'required'>) {
  const { field, fieldState } = useController({ name, rules: required ? { required: `${label} is needed` } : undefined });
  return { field, error: fieldState.error?.message ?? null };
}

function frame({ label, hint, required, aside, className }: Common, error: string | null) {
  return { label, hint, required, aside, className, error };
}

export interface TextFieldProps extends Common, Pick<InputProps, 'type' | 'placeholder' | 'autoComplete' | 'inputMode' | 'leading' | 'trailing' | 'autoFocus' | 'maxLength'> {}

/** One line of text (also e-mail, phone, password, address). */
export function TextField({ type, placeholder, autoComplete, inputMode, leading, trailing, autoFocus, maxLength, ...common }: TextFieldProps) {
  const { field, error } = useField(common);
  return (
    <Field {...frame(common, error)}>
      {(control) => <Input {...control} {...field} value={field.value ?? ''} {...{ type, placeholder, autoComplete, inputMode, leading, trailing, autoFocus, maxLength }} disabled={common.disabled} />}
    </Field>
  );
}

/** Several lines. */
export function TextAreaField({ rows, placeholder, ...common }: Common & Pick<ComponentProps<'textarea'>, 'rows' | 'placeholder'>) {
  const { field, error } = useField(common);
  return <Field {...frame(common, error)}>{(control) => <Textarea {...control} {...field} value={field.value ?? ''} rows={rows} placeholder={placeholder} disabled={common.disabled} />}</Field>;
}

/** A whole or decimal number; the value is a number, or null for empty. */
export function NumberField({ unit, min, max, step, ...common }: Common & { unit?: string; min?: number; max?: number; step?: number }) {
  const { field, error } = useField(common);
  return (
    <Field {...frame(common, error)}>
      {(control) => (
        <Input
          {...control}
          {...field}
          type="number"
          min={min}
          max={max}
          step={step}
          trailing={unit}
          className="tabular"
          disabled={common.disabled}
          value={field.value ?? ''}
          onChange={(event) => field.onChange(event.target.value === '' ? null : event.target.valueAsNumber)}
        />
      )}
    </Field>
  );
}

/** A day; the value is `YYYY-MM-DD`, or null. */
export function DateField(common: Common & { min?: string; max?: string }) {
  const { field, error } = useField(common);
  return (
    <Field {...frame(common, error)}>
      {(control) => <Input {...control} {...field} type="date" min={common.min} max={common.max} disabled={common.disabled} value={field.value ?? ''} onChange={(event) => field.onChange(event.target.value || null)} />}
    </Field>
  );
}

/** One of few; the value is the option's value, or null. */
export function SelectField({ options, placeholder, ...common }: Common & { options: readonly Option[]; placeholder?: string }) {
  const { field, error } = useField(common);
  return <Field {...frame(common, error)}>{(control) => <Select {...control} value={field.value ?? null} onValueChange={field.onChange} options={options} placeholder={placeholder} disabled={common.disabled} />}</Field>;
}

/** One record among many, found by typing; the value is an `Option` (id and label), or null. */
export function ReferenceField({ options, placeholder, ...common }: Common & { options: readonly Option[] | OptionLoader; placeholder?: string }) {
  const { field, error } = useField(common);
  return (
    <Field {...frame(common, error)}>
      {(control) => <Combobox {...control} aria-label={common.label} value={field.value ?? null} onValueChange={field.onChange} options={options} placeholder={placeholder} clearable={!common.required} disabled={common.disabled} />}
    </Field>
  );
}

/** Yes or no, saved with the form. */
export function CheckboxField({ name, label, hint, disabled }: Common) {
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
export function SwitchField({ name, label, hint, disabled }: Common) {
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
