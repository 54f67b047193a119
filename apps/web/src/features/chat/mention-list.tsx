'use client';
import { EyeOff, Megaphone, UsersRound } from 'lucide-react';
import { cn } from '@/lib/cn';
import { Avatar } from '@/ui/avatar';
import type { Candidate } from './model/types';

/** Whom an `@` can mean, above the composer; who cannot see the channel is marked, with the reason. */
export function MentionList({ id, candidates, index, onChoose, onPoint }: { id: string; candidates: readonly Candidate[]; index: number; onChoose: (candidate: Candidate) => void; onPoint: (index: number) => void }) {
  return (
    <ul id={id} role="listbox" aria-label="Whom to name" className="absolute bottom-full left-0 z-20 mb-1 w-80 max-w-full rounded-lg border bg-raised p-1 shadow-pop">
      {candidates.map((candidate, at) => (
        <li
          key={`${candidate.kind} ${candidate.id}`} id={`${id}-${at}`} role="option" aria-selected={at === index}
          // The text keeps the focus and its cursor.
          onMouseDown={(event) => event.preventDefault()} onClick={() => onChoose(candidate)} onPointerMove={() => onPoint(at)}
          className={cn('flex min-h-9 cursor-default items-center gap-2.5 rounded-md px-2 py-1 text-sm pointer-coarse:min-h-11', at === index && 'bg-hover')}
        >
          {candidate.kind === 'USER' ? <Avatar name={candidate.name} /> : candidate.kind === 'ROLE' ? <UsersRound aria-hidden className="mx-1 size-4 text-muted" /> : <Megaphone aria-hidden className="mx-1 size-4 text-muted" />}
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium">{candidate.kind === 'CHANNEL' ? '@channel' : candidate.name}</span>
            {candidate.canSee ? candidate.kind === 'CHANNEL' ? <span className="block text-xs text-muted">Everybody who reads here</span> : candidate.kind === 'ROLE' ? <span className="block text-xs text-muted">Everybody with this role</span> : null
              : <span className="flex items-center gap-1 text-xs text-warning-text"><EyeOff aria-hidden className="size-3 shrink-0" />{candidate.reason ?? 'Cannot see this channel'}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
