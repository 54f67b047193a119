'use client';
import { useMemo } from 'react';
import { useMedia } from '@/lib/use-media';
import { parseStrings, useStored } from '@/lib/use-stored';
import type { Column } from './types';

export type Density = 'comfortable' | 'compact';

const parseDensity = (raw: string): Density | undefined => (raw === 'compact' || raw === 'comfortable' ? raw : undefined);

/** The person's density, for all lists; the shell writes it to `<html data-density>`. */
export function useDensity(): [Density, (next: Density) => void] {
  return useStored<Density>('throughline.density', 'comfortable', parseDensity);
}

/** Height of a row in pixels; equals `--row-h` of tokens.css. */
export function useRowHeight(): number {
  const [density] = useDensity();
  const coarse = useMedia('(pointer: coarse)');
  return coarse ? 44 : density === 'compact' ? 32 : 40;
}

/** The chosen columns of one list, kept in this browser by list name. */
export function useColumnChoice<Row>(id: string, columns: readonly Column<Row>[]) {
  const [chosen, setChosen] = useStored<string[] | null>(`throughline.columns.${id}`, null, parseStrings);
  return useMemo(() => {
    const isShown = (column: Column<Row>, index: number) => index === 0 || (chosen ? chosen.includes(column.id) : !column.hidden);
    const visible = columns.filter(isShown);
    return {
      visible,
      isShown: (columnId: string) => visible.some((column) => column.id === columnId),
      toggle: (columnId: string) => {
        const now = visible.map((column) => column.id);
        setChosen(now.includes(columnId) ? now.filter((other) => other !== columnId) : [...now, columnId]);
      },
      reset: () => setChosen(columns.filter((column) => !column.hidden).map((column) => column.id)),
    };
  }, [chosen, columns, setChosen]);
}
