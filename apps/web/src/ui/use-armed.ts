'use client';
import { type ComponentType, useState } from 'react';

const cache = new Map<() => Promise<unknown>, unknown>();

/**
 * Fetches a heavy part (a menu, a popover) when its trigger is first pointed at or focused, and opens it when the click has come.
 * Most menus of a page are never opened; their code need not be in the first load.
 *
 * @param load the part's import, the same function at every call
 * @returns the part once it is there and wanted; and what the light trigger carries until then
 */
export function useArmed<Props>(load: () => Promise<ComponentType<Props>>) {
  const [wanted, setWanted] = useState(false);
  const [Part, setPart] = useState<ComponentType<Props> | null>(null);
  const fetchPart = () => {
    if (cache.has(load)) return;
    void load().then((part) => cache.set(load, part));
  };
  const open = () => {
    setWanted(true);
    const ready = cache.get(load) as ComponentType<Props> | undefined;
    if (ready) setPart(() => ready);
    else
      void load().then((part) => {
        cache.set(load, part);
        setPart(() => part);
      });
  };
  return { Part: wanted ? Part : null, trigger: { onPointerEnter: fetchPart, onFocus: fetchPart, onClick: open } };
}
