'use client';
import { CornerDownLeft } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { Kbd } from '@/ui/kbd';
import type { PaletteAction } from './actions';
import type { PaletteGroup } from './arrange';

export interface PaletteEntriesProps {
  /** Of the list; an entry's is `<id>-<entry>`. */
  id: string;
  groups: readonly PaletteGroup[];
  /** The one that Enter takes. */
  current: PaletteAction | null;
  /** The pointer moved over an entry. */
  onPoint: (entry: PaletteAction) => void;
  onChoose: (entry: PaletteAction) => void;
}

/** The entries of the palette under their headings; the current one is always in sight. */
export function PaletteEntries({ id, groups, current, onPoint, onChoose }: PaletteEntriesProps) {
  const list = useRef<HTMLDivElement>(null);
  const headings = useId();
  const currentId = current?.id;
  useEffect(() => {
    const box = list.current;
    if (!box) return;
    const entry = box.querySelector('[aria-selected="true"]');
    // The first of all is shown with its heading.
    if (entry && entry === box.querySelector('[role="option"]')) box.scrollTop = 0;
    else entry?.scrollIntoView({ block: 'nearest' });
  }, [currentId, groups]);
  return (
    <div ref={list} id={id} role="listbox" aria-label="What was found" tabIndex={-1} className={groups.length > 0 ? 'max-h-[min(24rem,60vh)] overflow-y-auto p-1.5' : undefined}>
      {groups.map(([group, actions], index) => (
        <div key={group} role="group" aria-labelledby={`${headings}-${index}`}>
          <p id={`${headings}-${index}`} aria-hidden className="px-2.5 pt-2 pb-1 text-xs text-muted">{group}</p>
          {actions.map((action) => (
            <div
              key={action.id} id={`${id}-${action.id}`} role="option" aria-selected={action.id === currentId}
              onPointerMove={() => action.id !== currentId && onPoint(action)} onClick={() => onChoose(action)}
              className="group/item flex h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 text-sm select-none aria-selected:bg-hover pointer-coarse:h-11 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-muted"
            >
              {action.icon}
              <span className="flex-1 truncate">{action.label}</span>
              {action.keys ? <Kbd keys={action.keys} /> : null}
              <CornerDownLeft aria-hidden className="invisible size-3.5! group-aria-selected/item:visible" />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
