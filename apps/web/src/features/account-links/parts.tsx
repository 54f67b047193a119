'use client';
import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import { TextField } from '@/kit/forms/text-fields';
import { Button } from '@/ui/button';

/** Heading and first sentence of a card. `live` says a change of them aloud. */
export function Head({ title, children, live = false }: { title: string; children?: ReactNode; live?: boolean }) {
  return (
    <div className="flex flex-col gap-1" role={live ? 'status' : undefined}>
      <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
      {children ? <p className="text-muted">{children}</p> : null}
    </div>
  );
}

/** A password that is being chosen, with a button that shows it. */
export function NewPasswordField() {
  const [visible, setVisible] = useState(false);
  return (
    <TextField
      name="password"
      label="New password"
      hint="Several words in a row are easy to remember and hard to guess."
      type={visible ? 'text' : 'password'}
      autoComplete="new-password"
      required
      aside={
        <Button variant="quiet" size="sm" className="h-auto!" aria-pressed={visible} onClick={() => setVisible(!visible)}>
          {visible ? 'Hide' : 'Show'}
        </Button>
      }
    />
  );
}

/** The way back, below a form. */
export function Elsewhere({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p className="text-sm">
      <Link href={href} className="text-accent-text underline underline-offset-2">
        {children}
      </Link>
    </p>
  );
}

/** A link that does not work. */
export function DeadLink({ text, href, label }: { text: string; href: string; label: string }) {
  return (
    <>
      <Head title="This link does not work" live>
        {text}
      </Head>
      <Elsewhere href={href}>{label}</Elsewhere>
    </>
  );
}
