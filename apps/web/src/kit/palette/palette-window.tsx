'use client';
import { Command } from 'cmdk';
import { CornerDownLeft, Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Dialog as Radix } from 'radix-ui';
import { useDeferredValue, useState } from 'react';
import { Kbd } from '@/ui/kbd';
import { Spinner } from '@/ui/spinner';
import type { PaletteAction } from './actions';
import { usePaletteResults } from './use-palette-results';

/** The open palette. Loaded on first use. */
export function PaletteWindow({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const [term, setTerm] = useState('');
  const { groups, waiting } = usePaletteResults(useDeferredValue(term.trim()));
  const choose = (action: PaletteAction) => {
    onClose();
    if (action.href) router.push(action.href);
    // After the window has given the focus back, so that a dialog the action opens can take it.
    else setTimeout(() => action.run?.(), 0);
  };
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 bg-scrim animate-fade" />
        <Radix.Content aria-describedby={undefined} className="fixed inset-x-3 top-[10vh] z-50 mx-auto max-w-xl overflow-hidden rounded-xl border bg-raised shadow-pop animate-pop outline-none">
          <Radix.Title className="sr-only">Go, find, act</Radix.Title>
          <Command label="Go, find, act" shouldFilter={false} loop>
            <div className="flex items-center gap-2.5 border-b px-4">
              {waiting ? <Spinner className="text-faint" /> : <Search aria-hidden className="size-4 shrink-0 text-faint" />}
              <Command.Input value={term} onValueChange={setTerm} placeholder="Go to, find or do…" className="h-12 w-full bg-transparent text-md outline-none" />
              <Kbd keys="Escape" />
            </div>
            <Command.List className="max-h-[min(24rem,60vh)] overflow-y-auto p-1.5">
              {groups.map(([group, actions]) => (
                <Command.Group key={group} heading={group} className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted">
                  {actions.map((action) => (
                    <Command.Item
                      key={action.id}
                      value={action.id}
                      onSelect={() => choose(action)}
                      className="group/item flex h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 text-sm select-none data-[selected=true]:bg-hover pointer-coarse:h-11 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-muted"
                    >
                      {action.icon}
                      <span className="flex-1 truncate">{action.label}</span>
                      {action.keys ? <Kbd keys={action.keys} /> : null}
                      <CornerDownLeft aria-hidden className="invisible size-3.5! group-data-[selected=true]/item:visible" />
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
              {groups.length === 0 ? (
                <p role="status" className="px-4 py-8 text-center text-muted">
                  {waiting ? 'Searching…' : 'Nothing found. Try another word.'}
                </p>
              ) : null}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
