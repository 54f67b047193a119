'use client';
import { Pencil } from 'lucide-react';
import { cn } from '@/lib/cn';
import { Avatar, Popover } from '@/ui';
import type { PersonHere } from './use-record-presence';

const SHOWN = 3;
const DOES: Readonly<Record<PersonHere['mode'], string>> = { EDITING: 'is editing', TYPING: 'is writing', VIEWING: 'is looking at this' };

/** Who else is at the record: faces, of those who edit with a pencil; a click names them all. Nothing when nobody is. */
export function PeopleHere({ people }: { people: readonly PersonHere[] }) {
  if (people.length === 0) return null;
  const sorted = [...people].sort((a, b) => Number(b.mode === 'EDITING') - Number(a.mode === 'EDITING'));
  const editing = sorted.filter(({ mode }) => mode === 'EDITING');
  const sentence = sorted.map(({ name, mode }) => `${name} ${DOES[mode]}`).join(', ');
  return (
    <Popover
      label="Also here" align="end" className="w-64"
      trigger={
        <button type="button" aria-label={`Also here: ${sentence}`} className="flex h-8 items-center gap-1.5 rounded-full pr-1 pl-1 hover:bg-hover">
          <span className="flex items-center">
            {sorted.slice(0, SHOWN).map((person) => (
              <span key={person.userId} className="relative -ml-1 first:ml-0">
                <Avatar name={person.name} className={cn('ring-2', person.mode === 'EDITING' ? 'ring-warning' : 'ring-surface')} />
                {person.mode === 'EDITING' ? <span className="absolute -right-1 -bottom-1 flex size-3.5 items-center justify-center rounded-full bg-warning-soft text-warning-text"><Pencil aria-hidden className="size-2.5" /></span> : null}
              </span>
            ))}
          </span>
          {sorted.length > SHOWN ? <span className="tabular text-xs text-muted">+{sorted.length - SHOWN}</span> : null}
          {editing[0] ? <span className="text-xs text-warning-text max-sm:hidden">{editing.length === 1 ? `${editing[0].name.split(' ')[0]} is editing` : `${editing.length} are editing`}</span> : null}
        </button>
      }
    >
      <ul className="flex flex-col gap-2">
        {sorted.map(({ userId, name, mode }) => (
          <li key={userId} className="flex items-center gap-2 text-sm"><Avatar name={name} /><span className="min-w-0 flex-1 truncate font-medium">{name}</span><span className={cn('text-xs', mode === 'EDITING' ? 'text-warning-text' : 'text-muted')}>{mode === 'EDITING' ? 'editing' : mode === 'TYPING' ? 'writing' : 'looking'}</span></li>
        ))}
      </ul>
    </Popover>
  );
}
