'use client';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { parseMoney } from '@/lib/format';
import { useLocale } from '@/lib/locale';
import { useViewer } from '@/session';
import { Button, Checkbox, Field, Input, Textarea } from '@/ui';
import { type Conditions, dayNames, fieldWords, stateWords } from './matrix-words';

/** Tick marks for fields of a record. */
export function FieldChoice({ label, names, chosen, onChange }: { label: string; names: readonly string[]; chosen: readonly string[]; onChange: (next: readonly string[]) => void }) {
  if (names.length === 0) return null;
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-xs font-medium text-muted">{label}</legend>
      <div className="grid max-h-44 grid-cols-2 gap-x-3 gap-y-1 overflow-y-auto rounded-md border p-2">
        {names.map((name) => (
          <label key={name} className="flex min-h-6 items-center gap-2 text-sm">
            <Checkbox checked={chosen.includes(name)} onCheckedChange={(on) => onChange(on === true ? [...chosen, name] : chosen.filter((other) => other !== name))} />
            <span className="truncate">{fieldWords(name)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const words = (text: string): string[] => text.split(/[\s,;]+/).map((word) => word.trim()).filter(Boolean);

/** What must be so for a line to count. Empty means: nothing. */
export function ConditionFields({ value, states, hasAmount, onChange }: { value: Conditions | null; states: readonly string[]; hasAmount: boolean; onChange: (next: Conditions | null) => void }) {
  const set = (change: Partial<Conditions>) => {
    const next = { networks: null, hours: null, states: null, amountAtLeast: null, amountAtMost: null, ...value, ...change };
    onChange(Object.entries(next).some(([key, each]) => key !== '__typename' && each !== null) ? next : null);
  };
  const [networks, setNetworks] = useState(value?.networks?.join('\n') ?? '');
  const chosen = value?.states ?? [];
  const hours = value?.hours ?? [];
  return (
    <div className="flex flex-col gap-3">
      <Field label="Only from these networks" hint="One per line, for example 10.1.0.0/16. Empty: from anywhere.">
        {(control) => (
          <Textarea {...control} rows={2} value={networks} onChange={(event) => {
            setNetworks(event.target.value);
            const list = words(event.target.value);
            set({ networks: list.length > 0 ? list : null });
          }} />
        )}
      </Field>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-xs font-medium text-muted">Only at these times (the organization’s time zone)</legend>
        {hours.map((window, index) => {
          const change = (next: Partial<typeof window>) => set({ hours: hours.map((each, at) => (at === index ? { ...each, ...next } : each)) });
          return (
            <div key={index} className="flex flex-col gap-2 rounded-md border p-2">
              <div className="flex flex-wrap gap-x-2.5 gap-y-1">
                {dayNames.map((name, day) => (
                  <label key={name} className="flex items-center gap-1.5 text-xs">
                    <Checkbox checked={window.days.includes(day + 1)} onCheckedChange={(on) => change({ days: on === true ? [...window.days, day + 1].sort() : window.days.filter((each) => each !== day + 1) })} />
                    {name}
                  </label>
                ))}
              </div>
              <div className="flex items-center gap-2 text-sm">
                <Input type="time" aria-label="From" value={window.from} onChange={(event) => change({ from: event.target.value })} />
                to
                <Input type="time" aria-label="Until" value={window.to} onChange={(event) => change({ to: event.target.value })} />
                <Button variant="ghost" size="icon-sm" aria-label="Take this time away" onClick={() => set({ hours: hours.length > 1 ? hours.filter((_, at) => at !== index) : null })}><Trash2 aria-hidden className="size-4" /></Button>
              </div>
            </div>
          );
        })}
        <Button size="sm" className="self-start" icon={<Plus aria-hidden className="size-3.5" />} onClick={() => set({ hours: [...hours, { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }] })}>Add a time</Button>
      </fieldset>
      {states.length > 0 ? (
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 text-xs font-medium text-muted">Only in these states (none ticked: in any)</legend>
          <div className="grid grid-cols-2 gap-x-3 gap-y-1 rounded-md border p-2">
            {states.map((state) => (
              <label key={state} className="flex min-h-6 items-center gap-2 text-sm pointer-coarse:min-h-9">
                <Checkbox checked={chosen.includes(state)} onCheckedChange={(on) => {
                  const next = on === true ? [...chosen, state] : chosen.filter((other) => other !== state);
                  set({ states: next.length > 0 ? next : null });
                }} />
                <span className="truncate">{stateWords(state)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
      {hasAmount ? (
        <div className="grid grid-cols-2 gap-3">
          <Amount label="From an amount of" value={value?.amountAtLeast ?? null} onChange={(amountAtLeast) => set({ amountAtLeast })} />
          <Amount label="Up to an amount of" value={value?.amountAtMost ?? null} onChange={(amountAtMost) => set({ amountAtMost })} />
        </div>
      ) : null}
    </div>
  );
}

function Amount({ label, value, onChange }: { label: string; value: string | null; onChange: (minor: string | null) => void }) {
  const { locale } = useLocale();
  const { currency } = useViewer().organization;
  const [text, setText] = useState(value === null ? '' : new Intl.NumberFormat(locale).format(Number(value) / 100));
  const bad = text.trim() !== '' && parseMoney(text, currency, locale) === null;
  return (
    <Field label={label} error={bad ? 'Write an amount, such as 5,000' : null}>
      {(control) => (
        <Input {...control} inputMode="decimal" className="tabular text-right" trailing={currency} value={text} onChange={(event) => {
          setText(event.target.value);
          onChange(event.target.value.trim() === '' ? null : parseMoney(event.target.value, currency, locale));
        }} />
      )}
    </Field>
  );
}
