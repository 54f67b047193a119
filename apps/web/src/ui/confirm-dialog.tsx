'use client';
import { type ReactNode, useState } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';
import { Field } from './field';
import { Input } from './input';

export interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** What will happen, and what cannot be undone. */
  body: ReactNode;
  /** A verb: "Delete project", never "OK". */
  confirmLabel: string;
  danger?: boolean;
  /** The record's name: the person types it before the button works (deletion, money, permissions, publishing). */
  typeToConfirm?: string;
  /** May throw: the dialog stays open and shows the error's message. */
  onConfirm: () => Promise<void> | void;
}

/** Asks before what an undo cannot take back. Everything else is done at once with an undo toast. */
export function ConfirmDialog({ open, onOpenChange, title, body, confirmLabel, danger = false, typeToConfirm, onConfirm }: ConfirmDialogProps) {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const ready = !typeToConfirm || typed.trim() === typeToConfirm;
  const change = (next: boolean) => {
    setTyped('');
    setFailure(null);
    onOpenChange(next);
  };
  const confirm = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await onConfirm();
      change(false);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : 'That did not work. Try again.');
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={title}
      size="sm"
      footer={
        <>
          <Button onClick={() => change(false)}>Cancel</Button>
          <Button variant={danger ? 'danger' : 'primary'} disabled={!ready} busy={busy} onClick={() => void confirm()}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3 text-sm">
        <div className="text-muted">{body}</div>
        {typeToConfirm ? (
          <Field label={`Type “${typeToConfirm}” to confirm`}>
            {(control) => <Input {...control} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} onKeyDown={(event) => event.key === 'Enter' && ready && !busy && void confirm()} />}
          </Field>
        ) : null}
        {failure ? (
          <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger-text">
            {failure}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
