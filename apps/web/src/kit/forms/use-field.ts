'use client';
import type { ReactNode } from 'react';
import { useController } from 'react-hook-form';

/** What every field of a form takes. */
export interface FieldCommon {
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
export function useField({ name, label, required }: Pick<FieldCommon, 'name' | 'label' | 'required'>) {
  const { field, fieldState } = useController({ name, rules: required ? { required: `${label} is needed` } : undefined });
  return { field, error: fieldState.error?.message ?? null };
}

/** The common part as a `Field` takes it. */
export function frame({ label, hint, required, aside, className }: FieldCommon, error: string | null) {
  return { label, hint, required, aside, className, error };
}
