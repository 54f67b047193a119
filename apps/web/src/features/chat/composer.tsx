'use client';
import { EyeOff, SendHorizontal, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { cn } from '@/lib/cn';
import { Button } from '@/ui/button';
import { Tooltip } from '@/ui/tooltip';
import { AttachButton } from '../files/attach-button';
import { DropZone } from '../files/drop-zone';
import { UploadTray } from '../files/upload-tray';
import { useUploads } from '../files/use-uploads';
import { ComposerTools, formatOf } from './composer-tools';
import { MentionList } from './mention-list';
import { MessageBody } from './message-body';
import { bodyOf, continued, type Editing, inserted, mentioned, type NamedMention, textOf } from './model/composing';
import type { Candidate, ChatMessage, Named, Side } from './model/types';
import { EmojiButton } from './reactions';
import { SideSwitch } from './side-switch';
import { useDraft } from './state/use-draft';
import { useMentions } from './state/use-mentions';

export interface Written {
  body: string;
  side: Side;
  files: readonly { id: string; name: string }[];
}

/** What others do to a composer. */
export interface ComposerHandle {
  focus: () => void;
  /** Puts a body back: of a message that was taken out of the queue. */
  fill: (body: string, side: Side) => void;
}

export interface ComposerProps {
  /** Where the unsent text is kept. */
  draftKey: string;
  placeholder: string;
  viewerId: string;
  /** Staff in a two-sided channel choose whom they speak to. */
  sides: { clients: readonly Pick<Named, 'name'>[]; refusal: string | null } | null;
  /** The side everything goes to where there is no choice. */
  onlySide: Side;
  candidates: (term: string, side: Side) => Promise<readonly Candidate[]>;
  onSend: (written: Written) => void;
  /** The message being corrected. */
  editing: ChatMessage | null;
  /** @returns why it was not saved, or null */
  onSave: (message: ChatMessage, body: string) => Promise<string | null>;
  onCancelEdit: () => void;
  /** Arrow-up in an empty composer. */
  onEditLast: () => void;
  onTyping: (side: Side) => void;
  /** It takes the focus when its channel opens, if nothing else wants it. */
  autoFocus?: boolean;
  ref?: React.Ref<ComposerHandle>;
}

const isTouch = () => window.matchMedia('(pointer: coarse)').matches;

/** Where messages are written. Enter sends, Shift+Enter makes a new line, Escape cancels, arrow-up corrects the last message. */
export function Composer({ draftKey, placeholder, viewerId, sides, onlySide, candidates, onSend, editing, onSave, onCancelEdit, onEditLast, onTyping, autoFocus = false, ref }: ComposerProps) {
  const listId = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useDraft(draftKey);
  const [chosenSide, setSide] = useState<Side>('INTERNAL');
  const [correction, setCorrection] = useState<{ id: string; text: string; mentions: readonly NamedMention[] } | null>(null);
  const [preview, setPreview] = useState(false);
  const [unseen, setUnseen] = useState<readonly Candidate[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const uploads = useUploads();
  const side = editing ? editing.side : sides ? chosenSide : onlySide;
  const search = useMentions((term) => candidates(term, side));

  // A message to correct takes the composer; what stood there comes back afterwards.
  if (editing && correction?.id !== editing.id) setCorrection({ id: editing.id, ...textOf(editing.body ?? '') });
  if (!editing && correction) setCorrection(null);
  const written = editing && correction ? correction : draft;
  const change = (text: string, mentions: readonly NamedMention[] = written.mentions) => (editing ? setCorrection({ id: editing.id, text, mentions }) : setDraft({ text, mentions }));

  useEffect(() => {
    if (!editing) return;
    const box = area.current;
    box?.focus();
    box?.setSelectionRange(box.value.length, box.value.length);
  }, [editing]);
  useEffect(() => {
    // Who goes to a channel or a thread can write at once: unless somebody types elsewhere, or a keyboard would cover the screen.
    const types = document.activeElement?.matches('input, textarea, select, [contenteditable], [role=dialog] *');
    if (autoFocus && !types && !isTouch()) area.current?.focus();
  }, [autoFocus]);
  useImperativeHandle(ref, () => ({
    focus: () => area.current?.focus(),
    fill: (body, to) => {
      setDraft(textOf(body));
      setSide(to);
      area.current?.focus();
    },
  }));

  const apply = ({ text, start, end }: Editing, mentions?: readonly NamedMention[]) => {
    flushSync(() => change(text, mentions));
    area.current?.focus();
    area.current?.setSelectionRange(start, end);
  };
  const selection = (): Editing => ({ text: written.text, start: area.current?.selectionStart ?? written.text.length, end: area.current?.selectionEnd ?? written.text.length });
  const choose = (candidate: Candidate) => {
    const mentions = written.mentions.some(({ kind, id }) => kind === candidate.kind && id === candidate.id) ? written.mentions : [...written.mentions, candidate];
    apply(mentioned(written.text, search.from, area.current?.selectionStart ?? written.text.length, { ...candidate, name: candidate.kind === 'CHANNEL' ? 'channel' : candidate.name }), mentions);
    if (!candidate.canSee) setUnseen((now) => [...now.filter(({ id }) => id !== candidate.id), candidate]);
    search.close();
  };
  const body = bodyOf(written.text, written.mentions);
  const ready = body !== '' || (!editing && uploads.fileIds.length > 0);
  const stillNamed = unseen.filter(({ name }) => written.text.includes(`@${name}`));

  const send = async () => {
    if (!ready || uploads.busy) return;
    setFailure(null);
    search.close();
    if (editing) {
      const refusal = await onSave(editing, body);
      setFailure(refusal);
      if (!refusal) onCancelEdit();
      return;
    }
    onSend({ body, side, files: uploads.list.flatMap(({ fileId, name }) => (fileId ? [{ id: fileId, name }] : [])) });
    setDraft({ text: '', mentions: [] });
    setUnseen([]);
    setPreview(false);
    uploads.clearDone();
    // Each word to the client is its own decision.
    setSide('INTERNAL');
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const { found, index } = search;
    const done = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (found && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      done();
      search.setIndex((index + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length);
    } else if (found?.[index] && (event.key === 'Enter' || event.key === 'Tab')) {
      done();
      choose(found[index]);
    } else if (event.key === 'Escape' && (found || editing)) {
      done();
      if (found) search.close();
      else onCancelEdit();
    } else if (event.key === 'Enter' && !event.shiftKey && !isTouch()) {
      done();
      void send();
    } else if (event.key === 'Enter') {
      const next = continued(selection());
      if (next) {
        done();
        apply(next);
      }
    } else if (event.key === 'ArrowUp' && written.text === '' && !editing) {
      done();
      onEditLast();
    } else if ((event.metaKey || event.ctrlKey) && !event.altKey && !event.shiftKey) {
      const run = formatOf(event.key);
      if (!run) return;
      done();
      apply(run(selection()));
    }
  };

  const toClient = side === 'CLIENT' && sides !== null;
  return (
    <DropZone onFiles={uploads.add} label="Drop to attach to this message" disabled={editing !== null} className="shrink-0 px-3 pb-3 md:px-4">
      <div className={cn('relative rounded-lg border bg-raised shadow-lift focus-within:border-accent', toClient && 'border-client bg-client-soft/50 ring-2 ring-client/30 focus-within:border-client')}>
        {search.found ? <MentionList id={listId} candidates={search.found} index={search.index} onChoose={choose} onPoint={search.setIndex} /> : null}
        {editing ? (
          <div className="flex items-center justify-between gap-2 border-b px-3 py-1.5 text-xs text-muted">
            <span>Correcting a message{toClient ? ' that the client sees' : ''}</span>
            <Button size="sm" variant="ghost" icon={<X aria-hidden className="size-3.5" />} onClick={onCancelEdit}>Cancel</Button>
          </div>
        ) : sides ? <SideSwitch side={side} onSide={setSide} {...sides} /> : null}
        {preview ? (
          <div role="region" aria-label="Preview" className="max-h-60 min-h-16 overflow-y-auto px-3 py-2" tabIndex={0}>{body ? <MessageBody body={body} viewerId={viewerId} /> : <p className="text-sm text-muted">Nothing written yet.</p>}</div>
        ) : (
          <textarea
            ref={area} rows={1} value={written.text} placeholder={placeholder} aria-label={toClient ? 'Message to the client' : placeholder} aria-autocomplete="list" aria-haspopup="listbox"
            aria-controls={search.found ? listId : undefined} aria-activedescendant={search.found ? `${listId}-${search.index}` : undefined} spellCheck
            onChange={(event) => {
              change(event.target.value);
              search.look(event.target.value, event.target.selectionStart);
              if (!editing && event.target.value) onTyping(side);
            }}
            onKeyDown={onKeyDown} onBlur={search.close}
            className="block field-sizing-content max-h-60 min-h-10 w-full resize-none bg-transparent px-3 py-2 text-sm outline-none pointer-coarse:text-base"
          />
        )}
        {stillNamed.map(({ id, name, reason }) => (
          <p key={id} role="status" className="mx-2.5 mb-1.5 flex items-center gap-1.5 rounded-md bg-warning-soft px-2 py-1 text-xs text-warning-text"><EyeOff aria-hidden className="size-3.5 shrink-0" />{name} will not see this{reason ? `: ${reason}` : '.'}</p>
        ))}
        {failure ? <p role="alert" className="mx-2.5 mb-1.5 rounded-md bg-danger-soft px-2 py-1 text-xs text-danger-text">{failure}</p> : null}
        {editing ? null : <UploadTray uploads={uploads} className="px-2.5 pb-2" />}
        <div className="flex items-center gap-1 px-1.5 pb-1.5">
          {editing ? null : <AttachButton onFiles={uploads.add} size="icon-sm" />}
          <EmojiButton label="Emoji" onChoose={(emoji) => apply(inserted(selection(), emoji))} />
          <ComposerTools onFormat={(run) => apply(run(selection()))} preview={preview} onPreview={setPreview} disabled={false} />
          <span className="flex-1" />
          <Tooltip label={editing ? 'Save' : toClient ? 'Send to the client' : 'Send'} keys="Enter" side="top">
            <Button variant="primary" size="sm" disabled={!ready || uploads.busy} aria-label={editing ? 'Save' : toClient ? 'Send to the client' : 'Send'} onClick={() => void send()} icon={<SendHorizontal aria-hidden className="size-3.5" />}>
              {editing ? 'Save' : toClient ? 'Send to the client' : null}
            </Button>
          </Tooltip>
        </div>
      </div>
    </DropZone>
  );
}
