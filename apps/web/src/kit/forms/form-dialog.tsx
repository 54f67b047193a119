'use client';
import { type ReactNode, useId, useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { Dialog } from '@/ui/dialog';
import { Form } from './form';
import { FormProblem } from './form-conflict';
import type { MutationForm } from './use-mutation-form';

export interface FormDialogProps<Values extends FieldValues> {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  form: MutationForm<Values>;
  /** A verb and its object: "Create lead". */
  submitLabel: string;
  size?: 'sm' | 'md' | 'lg';
  children: ReactNode;
}

/** A form in a dialog: fields, summary, Cancel and the named action. Closing it with something typed asks first; a stale save shows both values. */
export function FormDialog<Values extends FieldValues>({ open, onOpenChange, title, description, form, submitLabel, size, children }: FormDialogProps<Values>) {
  const id = useId();
  const [leaving, setLeaving] = useState(false);
  const { isDirty, isSubmitSuccessful } = form.methods.formState;
  const close = () => {
    if (isDirty && (!isSubmitSuccessful || form.failure)) setLeaving(true);
    else onOpenChange(false);
  };
  return (
    <>
      <Dialog
        open={open}
        onOpenChange={(next) => (next ? onOpenChange(true) : close())}
        title={title}
        description={description}
        size={size}
        footer={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button type="submit" form={id} variant="primary" busy={form.busy}>
              {submitLabel}
            </Button>
          </>
        }
      >
        <Form form={form} id={id}>
          {children}
          <FormProblem form={form} onTakeTheirs={() => onOpenChange(false)} />
        </Form>
      </Dialog>
      <ConfirmDialog open={leaving} onOpenChange={setLeaving} title="Discard what you typed?" body="It has not been saved." confirmLabel="Discard" danger onConfirm={() => onOpenChange(false)} />
    </>
  );
}
