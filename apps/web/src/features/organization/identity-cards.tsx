'use client';
import { useRef, useState } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { TextField } from '@/kit';
import { Button, Combobox, Field, Input } from '@/ui';
import { SettingsCard } from '../shared/settings-card';
import { type OrganizationCardProps, useOrganizationForm } from './use-organization-form';

const MOST_BYTES = 131_072;

/** What the organization is called and looks like. */
export function IdentityCard({ settings, ...rest }: OrganizationCardProps) {
  const stored = { name: settings.name, logoText: settings.logoText ?? '', senderAddress: settings.senderAddress ?? '', brandColour: settings.brandColour ?? '', accentColour: settings.accentColour ?? '', logo: settings.logo ?? '' };
  const form = useOrganizationForm(settings, stored, ({ name, logo, ...values }) => ({
    name: name.trim(), logoText: values.logoText.trim() || null, senderAddress: values.senderAddress.trim() || null, brandColour: values.brandColour || null, accentColour: values.accentColour || null, ...(logo === stored.logo ? {} : { logo: logo || null }),
  }));
  return (
    <SettingsCard title="Name and look" form={form} stored={stored} names={{ name: 'Name', logoText: 'Short name', senderAddress: 'Mails come from', brandColour: 'Main colour', accentColour: 'Second colour' }} {...rest}>
      <TextField name="name" label="Name" required maxLength={200} />
      <LogoField />
      <TextField name="logoText" label="Short name" hint="Stands for the logo where there is no image." maxLength={40} />
      <TextField name="senderAddress" type="email" label="Mails come from" hint="An address of yours, such as hello@agency.com. Empty: the installation’s own." maxLength={254} />
      <div className="grid gap-4 sm:grid-cols-2">
        <ColourField name="brandColour" label="Main colour" />
        <ColourField name="accentColour" label="Second colour" />
      </div>
    </SettingsCard>
  );
}

function LogoField() {
  const { control, setError, clearErrors } = useFormContext();
  const { field, fieldState } = useController({ name: 'logo', control });
  const input = useRef<HTMLInputElement>(null);
  const [broken, setBroken] = useState(false);
  const logo = typeof field.value === 'string' ? field.value : '';
  const read = (file: File | undefined) => {
    if (!file) return;
    clearErrors('logo');
    if (file.type !== 'image/png' || file.size > MOST_BYTES) {
      setError('logo', { message: 'Choose a PNG image of at most 128 kB and 1,024 pixels a side.' });
      return;
    }
    const reader = new FileReader();
    reader.onload = () => {
      setBroken(false);
      field.onChange(String(reader.result));
    };
    reader.readAsDataURL(file);
  };
  return (
    <Field label="Logo" hint="A PNG image, at most 128 kB." error={fieldState.error?.message}>
      {(control_) => (
        <div className="flex flex-wrap items-center gap-3">
          {logo && !broken ? (
            <img src={logo} alt="The present logo" onError={() => setBroken(true)} className="h-12 max-w-40 rounded-md border bg-white object-contain p-1" />
          ) : <span className="flex h-12 items-center rounded-md border border-dashed px-4 text-xs text-muted">No image</span>}
          <input {...control_} ref={input} type="file" accept="image/png" className="sr-only" onChange={(event) => read(event.target.files?.[0])} />
          <Button onClick={() => input.current?.click()}>Choose an image</Button>
          {logo ? <Button variant="ghost" onClick={() => field.onChange('')}>Remove</Button> : null}
        </div>
      )}
    </Field>
  );
}

function ColourField({ name, label }: { name: string; label: string }) {
  const { field, fieldState } = useController({ name });
  const value = typeof field.value === 'string' ? field.value : '';
  return (
    <Field label={label} hint="Empty: the product’s own." error={fieldState.error?.message}>
      {(control) => (
        <div className="flex gap-2">
          <input type="color" aria-label={`Pick the ${label.toLowerCase()}`} value={/^#[0-9a-f]{6}$/i.test(value) ? value : '#808080'} onChange={(event) => field.onChange(event.target.value)} className="h-(--control-h) w-10 shrink-0 cursor-pointer rounded-md border border-border-strong bg-raised p-0.5" />
          <Input {...control} ref={field.ref} className="font-mono" placeholder="#1f4b99" value={value} onChange={field.onChange} onBlur={field.onBlur} />
        </div>
      )}
    </Field>
  );
}

const named = (value: string) => ({ value, label: value.replaceAll('_', ' ') });
const zones = () => Intl.supportedValuesOf('timeZone').map(named);
const currencies = () => {
  const names = new Intl.DisplayNames(undefined, { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }));
};

/** Where the organization is: zone of its days, currency of its totals. */
export function RegionCard({ settings, ...rest }: OrganizationCardProps) {
  const stored = { timeZone: settings.timeZone, currency: settings.currency };
  const form = useOrganizationForm(settings, stored, (values) => ({ timeZone: values.timeZone, ...(values.currency === stored.currency ? {} : { currency: values.currency }) }));
  return (
    <SettingsCard title="Region" form={form} stored={stored} names={{ timeZone: 'Time zone', currency: 'Currency' }} {...rest}>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextChoice name="timeZone" label="Time zone" list={zones} hint="In which days begin and promised times are counted." />
        <TextChoice name="currency" label="Currency" list={currencies} hint={settings.currencyLockedBecause ?? 'Of totals and new amounts. Fixed once there are amounts.'} disabled={Boolean(settings.currencyLockedBecause)} />
      </div>
    </SettingsCard>
  );
}

function TextChoice({ name, label, list, hint, disabled }: { name: string; label: string; list: () => readonly { value: string; label: string }[]; hint: string; disabled?: boolean }) {
  const { field, fieldState } = useController({ name });
  const load = (term: string) => Promise.resolve(list().filter(({ label: text }) => text.toLowerCase().includes(term.toLowerCase())).slice(0, 60));
  const value = String(field.value ?? '');
  return (
    <Field label={label} hint={hint} error={fieldState.error?.message}>
      {(control) => <Combobox {...control} aria-label={label} clearable={false} disabled={disabled} value={list().find((option) => option.value === value) ?? { value, label: value }} onValueChange={(option) => field.onChange(option?.value ?? value)} options={load} />}
    </Field>
  );
}
