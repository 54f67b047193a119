'use client';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { OptionList } from '@/ui/option-list';
import { Input } from '@/ui/input';
import type { Option } from '@/ui/select';
import { datePresets, type FilterDef, rangeOf, toRange } from './filters';

function RangeEditor({ type, value, unit, onChange }: { type: 'date' | 'number'; value: string | undefined; unit?: string; onChange: (value: string | null) => void }) {
  const [range, setRange] = useState(rangeOf(value));
  // A moment (a link to one hour) is edited as its day.
  const shown = (end: string | null) => (type === 'date' ? end?.slice(0, 10) : end) ?? '';
  const inputType = type === 'date' ? 'date' : 'number';
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onChange(toRange(range.from, range.to));
      }}
    >
      <div className="grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-2 text-xs text-muted">
        <label className="contents">
          From
          <Input type={inputType} value={shown(range.from)} trailing={unit} onChange={(event) => setRange({ ...range, from: event.target.value || null })} />
        </label>
        <label className="contents">
          To
          <Input type={inputType} value={shown(range.to)} trailing={unit} onChange={(event) => setRange({ ...range, to: event.target.value || null })} />
        </label>
      </div>
      <Button type="submit" variant="primary" size="sm" className="self-end">
        Apply
      </Button>
    </form>
  );
}

function TextEditor({ label, value, onChange }: { label: string; value: string | undefined; onChange: (value: string | null) => void }) {
  const [text, setText] = useState(value ?? '');
  return (
    <form
      className="flex gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onChange(text.trim() || null);
      }}
    >
      <Input autoFocus aria-label={label} value={text} onChange={(event) => setText(event.target.value)} />
      <Button type="submit" variant="primary">
        Apply
      </Button>
    </form>
  );
}

export interface FilterEditorProps {
  filter: FilterDef;
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
  /** Ends the editing: a single choice was made, or Apply pressed. */
  onDone: () => void;
}

/** Edits the values of one filter; the content of a chip's popover. */
export function FilterEditor({ filter, values, onChange, onDone }: FilterEditorProps) {
  const one = (value: string | null) => {
    onChange(value ? [value] : []);
    onDone();
  };
  if (filter.type === 'choice' || filter.type === 'reference') {
    const choose = (option: Option) => {
      if (filter.single) one(option.value);
      else onChange(values.includes(option.value) ? values.filter((value) => value !== option.value) : [...values, option.value]);
    };
    return <OptionList label={filter.label} source={filter.type === 'choice' ? filter.options : filter.load} chosen={values} onChoose={choose} />;
  }
  if (filter.type === 'text') {
    return (
      <div className="p-3">
        <TextEditor label={filter.label} value={values[0]} onChange={one} />
      </div>
    );
  }
  if (filter.type === 'flag') return null;
  return (
    <div className="flex flex-col gap-3 p-3">
      {filter.type === 'date' ? (
        <div className="flex flex-wrap gap-1">
          {datePresets(new Date()).map((preset) => (
            <Button key={preset.label} size="sm" variant={values[0] === preset.value ? 'primary' : 'secondary'} onClick={() => one(preset.value)}>
              {preset.label}
            </Button>
          ))}
        </div>
      ) : null}
      <RangeEditor type={filter.type} value={values[0]} unit={filter.type === 'number' ? filter.unit : undefined} onChange={one} />
    </div>
  );
}
