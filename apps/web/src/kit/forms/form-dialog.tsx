'use client';
import { type ReactNode, useId } from 'react';
import type { FieldValues } from 'react-hook-form';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Form, FormSummary } from './form';
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

/** A form in a dialog: fields, summary, Cancel and the named action. Values stay while the dialog is closed and opened again. */
export function FormDialog<Values extends FieldValues>({ open, onOpenChange, title, description, form, submitLabel, size, children }: FormDialogProps<Values>) {
  const id = useId();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={description}
      size={size}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" form={id} variant="primary" busy={form.busy}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <Form form={form} id={id}>
        {children}
        <FormSummary />
      </Form>
    </Dialog>
  );
}
