'use client';
import { useMemo, useSyncExternalStore } from 'react';
import { Dialog } from '@/ui/dialog';
import { Kbd } from '@/ui/kbd';
import { shortcutStore } from './shortcuts';

/** All live keys by group. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const all = useSyncExternalStore(shortcutStore.subscribe, shortcutStore.get, shortcutStore.getServer);
  const groups = useMemo(() => {
    const byGroup = new Map<string, Map<string, string>>();
    for (const { group, keys, label } of all) {
      const lines = byGroup.get(group) ?? new Map<string, string>();
      lines.set(keys, label);
      byGroup.set(group, lines);
    }
    return [...byGroup];
  }, [all]);
  return (
    <Dialog reading open onOpenChange={onClose} title="Keyboard" description="What works on this page">
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {groups.map(([group, lines]) => (
          <section key={group}>
            <h3 className="mb-1.5 text-xs font-medium text-muted">{group}</h3>
            <ul className="flex flex-col">
              {[...lines].map(([keys, label]) => (
                <li key={keys} className="flex items-center justify-between gap-4 py-1">
                  <span>{label}</span>
                  <Kbd keys={keys} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
