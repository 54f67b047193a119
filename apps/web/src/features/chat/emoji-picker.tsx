'use client';
import { type KeyboardEvent, useState } from 'react';
import { Input } from '@/ui/input';
import { emojiGroups, findEmoji } from './model/emoji';

const COLUMNS = 8;

/** Arrow keys walk over the grid, whatever its groups. */
function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key];
  if (!step) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const next = at === -1 ? buttons[0] : buttons[Math.min(buttons.length - 1, Math.max(0, at + step))];
  if (!next || (at === -1 && event.key !== 'ArrowDown')) return;
  event.preventDefault();
  next.focus();
}

/** A small choice of emoji, found by words. Load it where it opens. */
export function EmojiPicker({ onChoose }: { onChoose: (emoji: string) => void }) {
  const [term, setTerm] = useState('');
  const found = findEmoji(term);
  const grid = (signs: readonly (readonly [string, string])[]) => (
    <div className="grid grid-cols-8 gap-0.5">
      {signs.map(([sign, words]) => (
        <button key={sign} type="button" aria-label={words} title={words.split(' ')[0]} onClick={() => onChoose(sign)} className="flex size-8 items-center justify-center rounded-md text-lg hover:bg-hover focus-visible:bg-hover">
          <span aria-hidden>{sign}</span>
        </button>
      ))}
    </div>
  );
  const wordsOf = (sign: string) => emojiGroups.flatMap(({ emoji }) => emoji).find(([each]) => each === sign)?.[1] ?? sign;
  return (
    <div className="flex flex-col gap-2" onKeyDown={walk}>
      <Input
        autoFocus aria-label="Find an emoji" placeholder="Find an emoji" value={term} onChange={(event) => setTerm(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !found[0]) return;
          event.preventDefault();
          onChoose(found[0]);
        }}
      />
      <div className="flex max-h-64 flex-col gap-2 overflow-y-auto">
        {term.trim() ? (
          found.length > 0 ? grid(found.map((sign) => [sign, wordsOf(sign)])) : <p role="status" className="py-6 text-center text-xs text-muted">No emoji for “{term.trim()}”</p>
        ) : (
          emojiGroups.map(({ label, emoji }) => (
            <section key={label} aria-label={label} className="flex flex-col gap-1">
              <p aria-hidden className="text-2xs font-medium text-muted">{label}</p>
              {grid(emoji)}
            </section>
          ))
        )}
      </div>
    </div>
  );
}
