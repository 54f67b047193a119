'use client';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { Dialog, Kbd } from '@/ui';
import { shortcutStore, useShortcut } from './shortcuts';

/** The `?` sheet: every key that works on this very page, by group. Once per shell. */
export function ShortcutHelp() {
  const [open, setOpen] = useState(false);
  useShortcut('?', 'Show all keys', () => setOpen(true));
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
    <Dialog open={open} onOpenChange={setOpen} title="Keyboard" description="What works on this page">
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
