'use client';
import { SmilePlus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { cn } from '@/lib/cn';
import { Popover } from '@/ui/popover';
import { Tooltip } from '@/ui/tooltip';
import type { ChatMessage } from './model/types';

const EmojiPicker = dynamic(() => import('./emoji-picker').then((module) => module.EmojiPicker), { ssr: false });

/** A button that opens the emoji. */
export function EmojiButton({ label, onChoose, className }: { label: string; onChoose: (emoji: string) => void; className?: string }) {
  return (
    <Popover
      label={label} align="end" className="w-80"
      trigger={
        <button type="button" aria-label={label} title={label} className={cn('inline-flex size-7 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text pointer-coarse:size-9', className)}>
          <SmilePlus aria-hidden className="size-4" />
        </button>
      }
    >
      {(close) => (
        <EmojiPicker
          onChoose={(emoji) => {
            onChoose(emoji);
            close();
          }}
        />
      )}
    </Popover>
  );
}

const namesOf = (users: readonly { name: string }[], count: number): string => {
  const names = users.slice(0, 8).map(({ name }) => name);
  const rest = count - names.length;
  return rest > 0 ? `${names.join(', ')} and ${rest} more` : names.join(', ');
};

/** The reactions below a message; one's own are marked, a click adds or takes back. */
export function Reactions({ message, onReact }: { message: ChatMessage; onReact: (emoji: string, on: boolean) => void }) {
  if (message.reactions.length === 0) return null;
  return (
    <div className="mt-1 flex flex-wrap gap-1">
      {message.reactions.map(({ emoji, count, mine, users }) => (
        <Tooltip key={emoji} label={namesOf(users, count)}>
          <button
            type="button" aria-pressed={mine} aria-label={`${emoji}: ${namesOf(users, count)}`} onClick={() => onReact(emoji, !mine)}
            className={cn('inline-flex h-6 items-center gap-1 rounded-full border px-2 text-xs pointer-coarse:h-8', mine ? 'border-accent bg-accent-soft text-accent-text' : 'bg-raised text-muted hover:border-border-strong')}
          >
            <span aria-hidden>{emoji}</span>
            <span className="tabular font-medium">{count}</span>
          </button>
        </Tooltip>
      ))}
    </div>
  );
}
