'use client';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { Button } from '@/ui/button';

export interface LinesFieldProps {
  /** Path of the list in the form's values. */
  name: string;
  /** What one line is called: `stage`. */
  what: string;
  /** What a new line begins with. */
  blank: Readonly<Record<string, unknown>>;
  /** The line's own fields; their names begin with `${name}.${index}`. */
  line: (at: string, index: number) => ReactNode;
  /** Said when there is none. */
  empty: string;
  most: number;
}

/** Lines of a form that have an order: added, removed, moved up and down. */
export function LinesField({ name, what, blank, line, empty, most }: LinesFieldProps) {
  const { control } = useFormContext();
  const { fields, append, remove, move } = useFieldArray({ control, name, keyName: 'key' });
  return (
    <div className="flex flex-col gap-2">
      {fields.length === 0 ? <p className="text-sm text-muted">{empty}</p> : null}
      <ol className="flex flex-col gap-3 sm:gap-2">
        {fields.map((field, index) => (
          <li key={field.key} className="flex items-end gap-2 max-sm:flex-col max-sm:items-stretch max-sm:border-b max-sm:pb-3">
            <div className="min-w-0 flex-1">{line(`${name}.${index}`, index)}</div>
            <div className="flex justify-end">
              <Button variant="ghost" size="icon" aria-label={`Move ${what} ${index + 1} up`} disabled={index === 0} onClick={() => move(index, index - 1)}><ArrowUp aria-hidden className="size-4" /></Button>
              <Button variant="ghost" size="icon" aria-label={`Move ${what} ${index + 1} down`} disabled={index === fields.length - 1} onClick={() => move(index, index + 1)}><ArrowDown aria-hidden className="size-4" /></Button>
              <Button variant="ghost" size="icon" aria-label={`Remove ${what} ${index + 1}`} onClick={() => remove(index)}><Trash2 aria-hidden className="size-4" /></Button>
            </div>
          </li>
        ))}
      </ol>
      <Button className="self-start" icon={<Plus aria-hidden className="size-3.5" />} disabled={fields.length >= most} onClick={() => append({ ...blank })}>{`Add a ${what}`}</Button>
    </div>
  );
}
