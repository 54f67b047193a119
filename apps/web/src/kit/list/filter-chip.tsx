'use client';
import { X } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { formatNumber } from '@/lib/format';
import { useLocale } from '@/lib/locale';
import { Popover } from '@/ui/popover';
import type { Option } from '@/ui/select';
import { datePresets, type FilterDef, rangeOf } from './filters';

const FilterEditor = dynamic(() => import('./filter-editor').then((module) => module.FilterEditor), { ssr: false });

/** Names for chosen reference ids, remembered for the page's life. */
function useResolved(filter: FilterDef, values: readonly string[]): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const missing = filter.type === 'reference' ? values.filter((value) => !names.has(value)).join(',') : '';
  const resolve = filter.type === 'reference' ? filter.resolve : null;
  useEffect(() => {
    if (!missing || !resolve) return undefined;
    let live = true;
    resolve(missing.split(',')).then(
      (options: readonly Option[]) => live && setNames((before) => new Map([...before, ...options.map((option) => [option.value, option.label] as const)])),
      () => undefined, // the chip then shows the bare count
    );
    return () => {
      live = false;
    };
  }, [missing, resolve]);
  return names;
}

function useSummary(filter: FilterDef, values: readonly string[]): string {
  const { locale, timeZone } = useLocale();
  const names = useResolved(filter, values);
  const list = (labels: readonly string[]) => (labels.length > 2 ? `${labels[0]}, ${labels[1]} +${labels.length - 2}` : labels.join(', '));
  switch (filter.type) {
    case 'flag':
      return '';
    case 'text':
      return `“${values[0] ?? ''}”`;
    case 'choice':
      return list(values.map((value) => filter.options.find((option) => option.value === value)?.label ?? value));
    case 'reference':
      return values.every((value) => names.has(value)) ? list(values.map((value) => names.get(value) ?? value)) : `${values.length} chosen`;
    default: {
      const preset = filter.type === 'date' ? datePresets(new Date()).find(({ value }) => value === values[0]) : undefined;
      if (preset) return preset.label;
      const show = (end: string) =>
        end.includes('T') ? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(end)) : filter.type === 'date' ? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${end}T00:00:00Z`)) : formatNumber(end, locale);
      const { from, to } = rangeOf(values[0]);
      if (from && to) return from === to ? show(from) : `${show(from)} – ${show(to)}`;
      return from ? `from ${show(from)}` : to ? `up to ${show(to)}` : '';
    }
  }
}

export interface FilterChipProps {
  filter: FilterDef;
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
}

/** One filter in force: its name and values; a click edits it, the cross removes it. */
export function FilterChip({ filter, values, onChange }: FilterChipProps) {
  const summary = useSummary(filter, values);
  const text = (
    <>
      <span className="text-muted">{filter.label}</span>
      {summary ? <span className="max-w-56 truncate font-medium">{summary}</span> : null}
    </>
  );
  return (
    <span className="inline-flex h-7 items-center rounded-md border bg-raised text-xs shadow-lift pointer-coarse:h-9">
      {filter.type === 'flag' ? (
        <span className="flex items-center gap-1.5 pl-2">{text}</span>
      ) : (
        <Popover flush label={`Filter by ${filter.label}`} trigger={<button type="button" className="flex h-full items-center gap-1.5 rounded-l-md pr-1 pl-2 hover:bg-hover">{text}</button>}>
          {(close) => <FilterEditor filter={filter} values={values} onChange={onChange} onDone={close} />}
        </Popover>
      )}
      <button type="button" aria-label={`Remove filter ${filter.label}`} onClick={() => onChange([])} className="flex h-full w-6 items-center justify-center rounded-r-md text-faint hover:bg-hover hover:text-text">
        <X aria-hidden className="size-3" />
      </button>
    </span>
  );
}
