'use client';
import { useField } from '@/kit/forms/use-field';
import { Checkbox, type Option } from '@/ui';

/** Several of few, each with a tick box; the value is a list of the options' values. */
export function TickListField({ name, label, options, hint, empty }: { name: string; label: string; options: readonly Option[]; hint?: string; empty: string }) {
  const { field, error } = useField({ name, label });
  const chosen: readonly string[] = field.value ?? [];
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="mb-1 text-xs font-medium text-muted">{label}</legend>
      {options.length === 0 ? <p className="text-sm text-muted">{empty}</p> : (
        <div className="grid max-h-44 gap-x-4 gap-y-0.5 overflow-y-auto rounded-md border p-2 sm:grid-cols-2">
          {options.map((option) => (
            <label key={option.value} className="flex min-h-7 items-center gap-2.5 text-sm pointer-coarse:min-h-9">
              <Checkbox
                checked={chosen.includes(option.value)}
                onCheckedChange={(next) => field.onChange(next === true ? [...chosen, option.value] : chosen.filter((value) => value !== option.value))}
              />
              <span className="truncate">{option.label}</span>
            </label>
          ))}
        </div>
      )}
      {hint ? <p className="text-xs text-muted">{hint}</p> : null}
      {error ? <p className="text-xs text-danger-text">{error}</p> : null}
    </fieldset>
  );
}
