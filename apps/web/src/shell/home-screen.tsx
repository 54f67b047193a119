'use client';
import Link from 'next/link';
import { useViewer } from '@/session';
import { Kbd } from '@/ui/kbd';
import { useNavigation } from './use-shell-actions';

/** The first page of the workspace: who you are here, and where you can go. */
export function HomeScreen() {
  const viewer = useViewer();
  const entries = useNavigation().filter((entry) => entry.href !== '/');
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-6 px-4 py-8 md:px-8 md:py-12">
      <header className="flex flex-col gap-1">
        <h1 className="text-xl font-semibold tracking-tight">Hello, {viewer.name.split(' ')[0]}</h1>
        <p className="text-muted">
          {viewer.roles.map((role) => role.name).join(', ') || 'No role yet'} at {viewer.organization.name}.
          <span className="pointer-coarse:hidden">
            {' '}
            Press <Kbd keys="Mod+K" /> to go anywhere, <Kbd keys="?" /> for all keys.
          </span>
        </p>
      </header>
      <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
        {entries.map((entry) => (
          <li key={entry.id}>
            <Link href={entry.href} className="flex items-center gap-3 rounded-lg border bg-raised p-4 font-medium shadow-lift hover:border-border-strong">
              <entry.icon aria-hidden className="size-4 text-muted" />
              <span className="flex-1">{entry.label}</span>
              {entry.keys ? <Kbd keys={entry.keys} /> : null}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
