'use client';
import { useState } from 'react';
import { useController } from 'react-hook-form';
import { minorDigits, parseMoney } from '@/lib/format';
import { useLocale } from '@/lib/locale';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

function toText(minor: string | null, currency: string, locale: string): string {
  if (minor === null || minor === '') return '';
  const digits = minorDigits(currency);
  const value = BigInt(minor);
  const unit = 10n ** BigInt(digits);
  const fraction = digits > 0 ? `.${(value % unit).toString().padStart(digits, '0')}` : '';
  return new Intl.NumberFormat(locale, { minimumFractionDigits: digits }).format(`${value / unit}${fraction}` as `${number}`);
}

export interface MoneyFieldProps {
  name: string;
  label: string;
  currency: string;
  hint?: string;
  required?: boolean;
  disabled?: boolean;
  className?: string;
}

/** An amount typed in the person's notation; the value is a string of minor units, or null for empty. Not below zero. */
export function MoneyField({ name, label, currency, hint, required, disabled, className }: MoneyFieldProps) {
  const { locale } = useLocale();
  const { field, fieldState } = useController({
    name,
    rules: { required: required ? `${label} is needed` : undefined, validate: (value: string | null) => value !== 'invalid' || `Write an amount like ${toText('123450', currency, locale)}` },
  });
  const stored: string | null = field.value ?? null;
  const [text, setText] = useState<string | null>(null);
  const shown = text ?? (stored === 'invalid' ? '' : toText(stored, currency, locale));
  return (
    <Field label={label} hint={hint} required={required} className={className} error={fieldState.error?.message}>
      {(control) => (
        <Input
          {...control}
          ref={field.ref}
          name={name}
          inputMode="decimal"
          autoComplete="off"
          className="tabular pr-12 text-right"
          trailing={<span className="px-1">{currency}</span>}
          disabled={disabled}
          value={shown}
          onChange={(event) => {
            const typed = event.target.value;
            setText(typed);
            const minor = typed.trim() === '' ? null : parseMoney(typed, currency, locale);
            field.onChange(typed.trim() === '' ? null : minor === null || minor.startsWith('-') ? 'invalid' : minor);
          }}
          onBlur={() => {
            if (stored !== 'invalid') setText(null);
            field.onBlur();
          }}
        />
      )}
    </Field>
  );
}
