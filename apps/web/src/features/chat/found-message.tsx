'use client';
import { Paperclip } from 'lucide-react';
import { DateText } from '@/ui/date-text';
import { VisibilityMark } from '@/ui/visibility-mark';
import { plainText } from './model/markdown';
import type { ChatMessage } from './model/types';

/** A message in a list of findings: in short, a click goes to it. */
export function FoundMessage({ message, place, marks = false, onShow }: { message: ChatMessage; place?: string; marks?: boolean; onShow: () => void }) {
  const words = message.body ? plainText(message.body) : '';
  return (
    <button type="button" onClick={onShow} className="ring-inside flex w-full flex-col gap-0.5 px-4 py-2.5 text-left hover:bg-hover">
      <span className="flex w-full items-center gap-2 text-xs text-muted">
        <span className="truncate font-semibold text-text">{message.author?.name ?? 'Somebody who left'}</span>
        {place ? <span className="truncate">in {place}</span> : null}
        <span className="flex-1" />
        <DateText value={message.createdAt} format="date-time" className="shrink-0" />
      </span>
      {marks ? <VisibilityMark audience={message.side === 'CLIENT' ? 'client' : 'internal'} className="w-fit" /> : null}
      <span className="line-clamp-4 text-sm [overflow-wrap:anywhere]">{words}</span>
      {message.files.length > 0 ? <span className="flex items-center gap-1 text-xs text-muted"><Paperclip aria-hidden className="size-3" /><span className="truncate">{message.files.map(({ name }) => name).join(', ')}</span></span> : null}
    </button>
  );
}
