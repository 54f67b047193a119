'use client';
import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Dialog as Radix } from 'radix-ui';
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { useDialogFocus } from '@/ui/dialog-focus';
import { Kbd } from '@/ui/kbd';
import { Spinner } from '@/ui/spinner';
import type { PaletteAction } from './actions';
import { entryBeside, entryOf } from './arrange';
import { PaletteEntries } from './palette-entries';
import { usePaletteResults } from './use-palette-results';

/** The open palette. Loaded on first use. What Enter takes is worked out from the typed text itself, never from what was drawn before it. */
export function PaletteWindow({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const term = typed.trim();
  const { groups, waiting } = usePaletteResults(term);
  const [picked, setPicked] = useState<{ term: string; id: string } | null>(null);
  /** Enter was pressed for this text before anything was found for it: the first that comes is taken. */
  const [wanted, setWanted] = useState<string | null>(null);
  const current = entryOf(term, groups, picked);
  const { onCloseAutoFocus } = useDialogFocus();
  const chosen = useRef<PaletteAction | null>(null);
  const onClosed = () => {
    onCloseAutoFocus();
    // After the window has given the focus back, so that a dialog the action opens can take it and give it back in turn.
    const run = chosen.current?.run;
    if (run) setTimeout(run, 0);
  };
  const choose = (action: PaletteAction) => {
    onClose();
    if (action.href) router.push(action.href);
    else chosen.current = action;
  };
  const type = (text: string) => {
    setTyped(text);
    setWanted(null);
  };
  const late = wanted === term ? current : null;
  const take = useEffectEvent(choose);
  useEffect(() => {
    if (late) take(late);
  }, [late]);
  const step = (entry: PaletteAction | null) => entry && setPicked({ term, id: entry.id });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') step(entryBeside(groups, current, 1));
    else if (event.key === 'ArrowUp') step(entryBeside(groups, current, -1));
    else if (event.key === 'Enter' && current) choose(current);
    else if (event.key === 'Enter') setWanted(waiting ? term : null);
    else return;
    event.preventDefault();
  };
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 bg-scrim animate-fade" />
        <Radix.Content aria-describedby={undefined} onCloseAutoFocus={onClosed} className="fixed inset-x-3 top-[10vh] z-50 mx-auto max-w-xl overflow-hidden rounded-xl border bg-raised shadow-pop animate-pop outline-none">
          <Radix.Title className="sr-only">Go, find, act</Radix.Title>
          <div className="flex items-center gap-2.5 border-b px-4">
            {waiting ? <Spinner className="text-faint" /> : <Search aria-hidden className="size-4 shrink-0 text-faint" />}
            <input
              type="text" role="combobox" aria-label="Go, find, act" aria-autocomplete="list" aria-expanded aria-controls={listId} aria-activedescendant={current ? `${listId}-${current.id}` : undefined}
              autoComplete="off" autoCorrect="off" spellCheck={false} value={typed} onChange={(event) => type(event.target.value)} onKeyDown={onKeyDown} placeholder="Go to, find or do…" className="h-12 w-full bg-transparent text-md outline-none"
            />
            <Kbd keys="Escape" />
          </div>
          <PaletteEntries id={listId} groups={groups} current={current} onPoint={step} onChoose={choose} />
          {groups.length === 0 ? (
            <p role="status" className="px-4 py-8 text-center text-muted">
              {waiting ? 'Searching…' : 'Nothing found. Try another word.'}
            </p>
          ) : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
