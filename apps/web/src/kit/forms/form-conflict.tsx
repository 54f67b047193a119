'use client';
import type { FieldValues } from 'react-hook-form';
import { conflictOf } from '@/graphql/failure';
import { Button } from '@/ui/button';
import { conflictLines } from './conflict-lines';
import { FormSummary } from './form';
import type { MutationForm } from './use-mutation-form';

/** What stands above a form's button when it was not saved: after a stale save both values as far as they can be told, and always the choice; else the summary. */
export function FormProblem<Values extends FieldValues>({ form, onTakeTheirs }: { form: MutationForm<Values>; onTakeTheirs: () => void }) {
  const conflict = form.failure ? conflictOf(form.failure) : null;
  const lines = conflict ? conflictLines(form.methods.getValues(), conflict.current) : [];
  if (!conflict) return <FormSummary />;
  return (
    <div role="alert" className="flex flex-col gap-2 rounded-md bg-warning-soft px-3 py-2 text-sm text-warning-text">
      <p>
        {conflict.by ?? 'Somebody else'} saved this meanwhile.{lines.length === 0 ? ' What they changed does not show beside yours here: take theirs to look at it first.' : null}
      </p>
      <ul className="list-disc pl-5 empty:hidden">
        {lines.map(({ label, theirs, mine }) => (
          <li key={label} className="wrap-anywhere">
            {label}: now <strong>{theirs}</strong>, yours <strong>{mine}</strong>
          </li>
        ))}
      </ul>
      <span className="flex flex-wrap gap-2">
        <Button size="sm" onClick={() => void form.submit()}>
          Keep mine
        </Button>
        <Button size="sm" onClick={onTakeTheirs}>
          Take theirs
        </Button>
      </span>
    </div>
  );
}
