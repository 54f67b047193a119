'use client';
import { CircleAlert } from 'lucide-react';
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { type FieldValues, FormProvider } from 'react-hook-form';
import { cn } from '@/lib/cn';
import { Button } from '@/ui/button';
import type { MutationForm } from './use-mutation-form';

const FormState = createContext<{ busy: boolean; summary: readonly string[] }>({ busy: false, summary: [] });

export interface FormProps<Values extends FieldValues> {
  form: MutationForm<Values>;
  children: ReactNode;
  /** For a submit button outside (a dialog's footer): `<Button type="submit" form="...">`. */
  id?: string;
  className?: string;
}

/** A form around a `useMutationForm`. Fields inside find it by themselves. Ctrl/Cmd-Enter sends from anywhere inside. */
export function Form<Values extends FieldValues>({ form, children, id, className }: FormProps<Values>) {
  return (
    <FormProvider {...form.methods}>
      <FormState value={{ busy: form.busy, summary: form.summary }}>
        <form
          id={id}
          noValidate
          // Sent before the page is alive, the values must not end up in the address.
          method="post"
          className={cn('flex flex-col gap-4', className)}
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            void form.submit();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
              event.preventDefault();
              void form.submit();
            }
          }}
        >
          {children}
        </form>
      </FormState>
    </FormProvider>
  );
}

/** Errors that belong to no field; takes the focus when it appears. Put it above the button. */
export function FormSummary() {
  const { summary } = useContext(FormState);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (summary.length > 0) box.current?.focus();
  }, [summary]);
  if (summary.length === 0) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="flex gap-2 rounded-md bg-danger-soft px-3 py-2 text-sm text-danger-text outline-none">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <ul>
        {summary.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </div>
  );
}

/** Sends the form it stands in; busy while sending. */
export function SubmitButton({ children, className, size }: { children: ReactNode; className?: string; size?: 'md' | 'lg' }) {
  const { busy } = useContext(FormState);
  return (
    <Button type="submit" variant="primary" size={size} busy={busy} className={className}>
      {children}
    </Button>
  );
}
