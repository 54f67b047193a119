'use client';
import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Input } from '@/ui/input';
import { Kbd } from '@/ui/kbd';
import { useShortcut } from '../keys/shortcuts';

/** The list's own search: applied after a pause in typing, Escape clears, `/` jumps into it. */
export function SearchBox({ value, onChange, placeholder }: { value: string; onChange: (text: string) => void; placeholder: string }) {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const [sent, setSent] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The URL changed: follow it, unless it is our own word coming back while more is being typed.
  if (value !== seen) {
    setSeen(value);
    if (value !== sent) setText(value);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  useShortcut('/', 'Search this list', () => field.current?.focus(), { group: 'List' });
  const send = (next: string, delay: number) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setSent(next.trim());
      onChange(next);
    }, delay);
  };
  return (
    <div className="w-56 max-w-full max-md:flex-1">
      <Input
        ref={field}
        type="search"
        aria-label={placeholder}
        placeholder={placeholder}
        value={text}
        className="h-7 pointer-coarse:h-9"
        leading={<Search aria-hidden />}
        trailing={
          text ? (
            <button type="button" aria-label="Clear search" onClick={() => send('', 0)} className="flex size-5 items-center justify-center rounded-sm hover:bg-hover">
              <X aria-hidden className="size-3" />
            </button>
          ) : (
            <Kbd keys="/" className="max-md:hidden pointer-coarse:hidden" />
          )
        }
        onChange={(event) => send(event.target.value, 220)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            if (text) send('', 0);
            else field.current?.blur();
          }
          if (event.key === 'Enter') send(text, 0);
        }}
      />
    </div>
  );
}
