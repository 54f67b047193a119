'use client';
import { Bold, Code, Eye, EyeOff, Italic, Link2, List, ListOrdered, Quote, SquareCode, Strikethrough } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { Tooltip } from '@/ui/tooltip';
import { type Editing, fenced, linked, prefixed, wrapped } from './model/composing';

/** A way of formatting: its button, its keys, and what it does to the text. */
interface Format {
  label: string;
  keys?: string;
  icon: ReactNode;
  run: (editing: Editing) => Editing;
}

const formats: readonly Format[] = [
  { label: 'Bold', keys: 'Mod+B', icon: <Bold />, run: (editing) => wrapped(editing, '**') },
  { label: 'Italics', keys: 'Mod+I', icon: <Italic />, run: (editing) => wrapped(editing, '_') },
  { label: 'Struck through', icon: <Strikethrough />, run: (editing) => wrapped(editing, '~~') },
  { label: 'Link', icon: <Link2 />, run: linked },
  { label: 'List', icon: <List />, run: (editing) => prefixed(editing, 'bullet') },
  { label: 'Numbered list', icon: <ListOrdered />, run: (editing) => prefixed(editing, 'number') },
  { label: 'Quote', icon: <Quote />, run: (editing) => prefixed(editing, 'quote') },
  { label: 'Code', keys: 'Mod+E', icon: <Code />, run: (editing) => wrapped(editing, '`') },
  { label: 'Block of code', icon: <SquareCode />, run: fenced },
];

/** What a key with Ctrl or Cmd formats; null for other keys. */
export function formatOf(key: string): ((editing: Editing) => Editing) | null {
  return formats.find(({ keys }) => keys === `Mod+${key.toUpperCase()}`)?.run ?? null;
}

const look = 'inline-flex size-7 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text aria-pressed:bg-hover aria-pressed:text-text disabled:opacity-40 pointer-coarse:size-9 [&_svg]:size-3.5';

/** The formatting buttons, and the preview that draws the text as it will stand. */
export function ComposerTools({ onFormat, preview, onPreview, disabled }: { onFormat: (run: (editing: Editing) => Editing) => void; preview: boolean; onPreview: (on: boolean) => void; disabled: boolean }) {
  return (
    <div role="group" aria-label="Formatting" className="flex min-w-0 items-center overflow-x-auto [scrollbar-width:none]">
      {formats.map(({ label, keys, icon, run }, index) => (
        <Tooltip key={label} label={label} keys={keys} side="top">
          {/* The text keeps its selection. */}
          <button type="button" aria-label={label} disabled={disabled || preview} onMouseDown={(event) => event.preventDefault()} onClick={() => onFormat(run)} className={cn(look, index > 1 && index < 4 && 'max-sm:hidden')}>
            {icon}
          </button>
        </Tooltip>
      ))}
      <Tooltip label={preview ? 'Go on writing' : 'How it will look'} side="top">
        <button type="button" aria-label="Preview" aria-pressed={preview} disabled={disabled} onClick={() => onPreview(!preview)} className={look}>
          {preview ? <EyeOff /> : <Eye />}
        </button>
      </Tooltip>
    </div>
  );
}
