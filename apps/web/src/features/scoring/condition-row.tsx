'use client';
import { Trash2 } from 'lucide-react';
import { minorDigits } from '@/lib/format';
import { Button, Checkbox, Field, Input, Select } from '@/ui';
import { type Condition, conditionOn, factOptions, facts, takesNumber, takesValues, testOptions } from './scoring-words';

/** One condition of a rule: which fact, what is asked of it, with which values. */
export function ConditionRow({ condition, place, currency, onChange, onRemove }: { condition: Condition; place: number; currency: string; onChange: (next: Condition) => void; onRemove: (() => void) | null }) {
  const { kind, choices } = facts[condition.fact] ?? { kind: 'TEXT' as const, choices: undefined };
  const money = kind === 'MONEY';
  const unit = money ? 10 ** minorDigits(currency) : 1;
  const shown = condition.value === null ? '' : String(condition.value / unit);
  const setNumber = (text: string) => {
    const number = text.trim() === '' ? NaN : Number(text);
    onChange({ ...condition, value: Number.isFinite(number) ? (money ? Math.round(number * unit) : number) : null });
  };
  return (
    <li className="flex flex-col gap-2 rounded-md border p-2.5">
      <div className="flex items-end gap-2">
        <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-2">
          <Field label={`Fact ${place}`}>{(control) => <Select {...control} value={condition.fact} options={factOptions} onValueChange={(fact) => onChange(conditionOn(fact))} />}</Field>
          <Field label={`Test ${place}`}>{(control) => <Select {...control} value={condition.is} options={testOptions(condition.fact)} onValueChange={(is) => onChange({ ...condition, is, values: takesValues(is) ? condition.values : null, value: takesNumber(is) ? condition.value : null })} />}</Field>
        </div>
        {onRemove ? <Button variant="ghost" size="icon" aria-label={`Remove condition ${place}`} onClick={onRemove}><Trash2 aria-hidden className="size-4" /></Button> : null}
      </div>
      {takesNumber(condition.is) ? <Field label={money ? `Amount in ${currency}` : 'Number'}>{(control) => <Input {...control} type="number" className="max-w-48" defaultValue={shown} onChange={(event) => setNumber(event.target.value)} />}</Field> : null}
      {takesValues(condition.is) && choices ? (
        <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
          <legend className="mb-1 text-xs font-medium text-muted">Any of these</legend>
          {Object.entries(choices).map(([value, label]) => (
            <label key={value} className="flex min-h-7 items-center gap-2 text-sm pointer-coarse:min-h-9">
              <Checkbox checked={condition.values?.includes(value) ?? false} onCheckedChange={(on) => onChange({ ...condition, values: on === true ? [...(condition.values ?? []), value] : (condition.values ?? []).filter((each) => each !== value) })} />
              {label}
            </label>
          ))}
        </fieldset>
      ) : null}
      {takesValues(condition.is) && !choices ? (
        <Field label="Any of these" hint="Separated by commas; capital letters make no difference.">
          {(control) => <Input {...control} defaultValue={condition.values?.join(', ') ?? ''} onChange={(event) => onChange({ ...condition, values: event.target.value.split(',').map((each) => each.trim()).filter(Boolean) })} />}
        </Field>
      ) : null}
    </li>
  );
}
