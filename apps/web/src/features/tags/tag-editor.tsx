'use client';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { Plus, X } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { FindTagsDocument, TagLooksDocument } from '@/gql/tags/tags';
import type { SaveResult } from '@/kit/record/inline-edit';
import { cn } from '@/lib/cn';
import { toneSoft } from '@/lib/tone';
import { Button } from '@/ui/button';
import { Combobox } from '@/ui/combobox';
import type { Option } from '@/ui/select';
import { notify } from '@/ui/toaster';
import { sameTag, tagTone } from './tag-words';

// Fetched when it is needed.
const InlineConflict = dynamic(() => import('@/kit/record/inline-conflict').then((module) => module.InlineConflict), { ssr: false });

export interface TagEditorProps {
  tags: readonly string[];
  /** The viewer may not edit the record. */
  readOnly: boolean;
  /** All tags as they shall be; `force` after a conflict when the person keeps their own. */
  onSave: (tags: string[], force: boolean) => Promise<SaveResult>;
}

/** Tags as chips: each can be taken off, another put on; saved at once. A word that is no tag yet becomes one. */
export function TagEditor({ tags, readOnly, onSave }: TagEditorProps) {
  const client = useApolloClient();
  const { data } = useQuery(TagLooksDocument);
  const [draft, setDraft] = useState<readonly string[] | null>(null);
  const [refused, setRefused] = useState<readonly string[] | null>(null);
  const [adding, setAdding] = useState(false);
  const shown = draft ?? tags;
  const save = async (next: readonly string[], force = false) => {
    setRefused(null);
    setAdding(false);
    setDraft(next);
    const result = await onSave([...next], force).catch((): SaveResult => ({ ok: false, reason: 'Not saved. Try again.' }));
    setDraft(null);
    if (!result.ok && result.conflict) setRefused(next);
    else if (!result.ok) notify.error('Tags were not changed', result.reason);
  };
  const find = async (term: string): Promise<readonly Option[]> => {
    const word = term.trim();
    const { data: found } = await (word ? client.query({ query: FindTagsDocument, variables: { search: word }, fetchPolicy: 'network-only' }) : client.query({ query: TagLooksDocument, fetchPolicy: 'network-only' }));
    const known = (found?.tags.nodes ?? []).filter(({ name }) => !shown.some((tag) => sameTag(tag, name))).map(({ name, category }) => ({ value: name, label: name, hint: category ?? undefined }));
    const isNew = word !== '' && ![...shown, ...known.map(({ value }) => value)].some((name) => sameTag(name, word));
    return isNew ? [...known, { value: word, label: word, hint: 'New tag' }] : known;
  };
  if (refused) return <InlineConflict theirs={tags.join(', ')} mine={refused.join(', ')} onKeep={() => void save(refused, true)} onTake={() => setRefused(null)} />;
  const tone = (tag: string) => tagTone[data?.tags.nodes.find(({ name }) => sameTag(name, tag))?.colour ?? 'NEUTRAL'];
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1 py-0.5" aria-busy={draft !== null}>
      {shown.length === 0 && readOnly ? '–' : null}
      {shown.length > 0 ? (
        <ul aria-label="Tags" className="contents">
          {shown.map((tag) => (
            <li key={tag} className={cn('flex h-5.5 max-w-full items-center gap-0.5 rounded-full pl-2 text-xs font-medium pointer-coarse:h-8', readOnly && 'pr-2', toneSoft[tone(tag)])}>
              <span className="truncate">{tag}</span>
              {readOnly ? null : (
                <button type="button" aria-label={`Take off ${tag}`} disabled={draft !== null} className="flex size-5.5 shrink-0 items-center justify-center rounded-full hover:bg-hover pointer-coarse:size-8" onClick={() => void save(shown.filter((each) => each !== tag))}>
                  <X aria-hidden className="size-3" />
                </button>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {readOnly ? null : adding ? (
        <Combobox aria-label="Another tag" className="min-w-32 flex-1" value={null} options={find} clearable={false} placeholder="Find or write…" onValueChange={(option) => (option ? void save([...shown, option.value]) : setAdding(false))} />
      ) : (
        <Button variant="ghost" size="sm" busy={draft !== null} icon={<Plus aria-hidden className="size-3" />} onClick={() => setAdding(true)}>{shown.length === 0 ? 'Add a tag' : 'Add'}<span className="sr-only">{shown.length === 0 ? '' : ' a tag'}</span></Button>
      )}
    </div>
  );
}
