'use client';
import type { ComponentProps } from 'react';
import { Field } from '@/ui/field';
import { Input, type InputProps, Textarea } from '@/ui/input';
import { type FieldCommon, frame, useField } from './use-field';

export interface TextFieldProps extends FieldCommon, Pick<InputProps, 'type' | 'placeholder' | 'autoComplete' | 'inputMode' | 'leading' | 'trailing' | 'autoFocus' | 'maxLength'> {}

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
export function TextAreaField({ rows, placeholder, ...common }: FieldCommon & Pick<ComponentProps<'textarea'>, 'rows' | 'placeholder'>) {
  const { field, error } = useField(common);
  return <Field {...frame(common, error)}>{(control) => <Textarea {...control} {...field} value={field.value ?? ''} rows={rows} placeholder={placeholder} disabled={common.disabled} />}</Field>;
}

/** A whole or decimal number; the value is a number, or null for empty. */
export function NumberField({ unit, min, max, step, ...common }: FieldCommon & { unit?: string; min?: number; max?: number; step?: number }) {
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
export function DateField(common: FieldCommon & { min?: string; max?: string }) {
  const { field, error } = useField(common);
  return (
    <Field {...frame(common, error)}>
      {(control) => <Input {...control} {...field} type="date" min={common.min} max={common.max} disabled={common.disabled} value={field.value ?? ''} onChange={(event) => field.onChange(event.target.value || null)} />}
    </Field>
  );
}
