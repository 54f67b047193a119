import type { OptionLoader } from '@/ui/combobox';
import type { Option } from '@/ui/select';

interface FilterBase {
  /** Key in the URL; short, stable, no reserved name (`q`, `sort`, `peek`, `view`, `after`, `tab`). */
  id: string;
  label: string;
}

/**
 * What a list can be narrowed by. In the URL a filter is `?status=NEW,CONTACTED`, a range `?value=100..500` (either end may be missing),
 * a flag `?overdue=1`.
 */
export type FilterDef =
  | (FilterBase & { type: 'choice'; options: readonly Option[]; single?: boolean })
  | (FilterBase & { type: 'reference'; load: OptionLoader; resolve: (ids: readonly string[]) => Promise<readonly Option[]>; single?: boolean })
  | (FilterBase & { type: 'text' })
  | (FilterBase & { type: 'date' })
  | (FilterBase & { type: 'number'; unit?: string })
  | (FilterBase & { type: 'flag' });

/** Chosen values by filter id. A range is the one value `from..to`. */
export type FilterValues = Readonly<Record<string, readonly string[]>>;

export const RESERVED = new Set(['q', 'sort', 'peek', 'view', 'after', 'tab', 'new', 'next']);

/** `"100..500"` to its ends; a missing end is null. */
export function rangeOf(value: string | undefined): { from: string | null; to: string | null } {
  const [from, to] = (value ?? '').split('..');
  return { from: from || null, to: to || null };
}

/** Both ends back to one value; null when both are missing. */
export function toRange(from: string | null, to: string | null): string | null {
  return from || to ? `${from ?? ''}..${to ?? ''}` : null;
}

function isoDay(date: Date): string {
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
}

function daysFrom(today: Date, days: number): string {
  return isoDay(new Date(today.getFullYear(), today.getMonth(), today.getDate() + days));
}

/** Ready ranges of the date filter, in the person's own days. */
export function datePresets(today: Date): readonly { label: string; value: string }[] {
  const monthStart = isoDay(new Date(today.getFullYear(), today.getMonth(), 1));
  const quarterStart = isoDay(new Date(today.getFullYear(), Math.floor(today.getMonth() / 3) * 3, 1));
  return [
    { label: 'Today', value: `${isoDay(today)}..${isoDay(today)}` },
    { label: 'Last 7 days', value: `${daysFrom(today, -6)}..` },
    { label: 'Last 30 days', value: `${daysFrom(today, -29)}..` },
    { label: 'This month', value: `${monthStart}..` },
    { label: 'This quarter', value: `${quarterStart}..` },
    { label: 'Next 7 days', value: `${isoDay(today)}..${daysFrom(today, 7)}` },
    { label: 'Before today', value: `..${daysFrom(today, -1)}` },
  ];
}
