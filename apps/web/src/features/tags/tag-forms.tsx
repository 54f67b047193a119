'use client';
import { CreateTagDocument, MergeTagsDocument, type TagRowFragment, UpdateTagDocument } from '@/gql/tags/tags';
import { FormDialog, ReferenceField, SelectField, TextField, useMutationForm } from '@/kit';
import { notify, type Option } from '@/ui';
import { HistoryButton } from '../history/history-button';
import { sameTag, tagColours } from './tag-words';

const MOST_TAG = 50;

/** A tag, new or changed. */
export function TagForm({ tag, records, onClose, onDone }: { tag: TagRowFragment | null; records: number; onClose: () => void; onDone: () => void }) {
  const defaults = { name: tag?.name ?? '', colour: tag?.colour ?? ('NEUTRAL' as const), category: tag?.category ?? '' };
  const facts = ({ name, colour, category }: typeof defaults) => ({ name: name.trim(), colour, category: category.trim() || null });
  const done = () => {
    notify.success(tag ? 'Tag saved' : 'Tag added');
    onDone();
    onClose();
  };
  const create = useMutationForm({ document: CreateTagDocument, defaults, variables: (values: typeof defaults) => ({ input: facts(values) }), select: (data) => data.createTag, onDone: done });
  const update = useMutationForm({ document: UpdateTagDocument, defaults, variables: (values: typeof defaults) => ({ input: { id: tag?.id ?? '', version: tag?.version ?? 0, ...facts(values) } }), select: (data) => data.updateTag, onDone: done });
  return (
    <FormDialog open onOpenChange={onClose} size="sm" title={tag ? tag.name : 'New tag'} submitLabel={tag ? 'Save tag' : 'Add tag'} form={tag ? update : create}>
      <TextField name="name" label="Word" required autoFocus={!tag} maxLength={MOST_TAG} hint={tag && records > 0 ? `Another word goes onto ${records === 1 ? 'the record that carries it' : `all ${records} records that carry it`}.` : undefined} />
      <SelectField name="colour" label="Colour" options={tagColours} />
      <TextField name="category" label="Category" maxLength={50} placeholder="Region" hint="Helps to find it among many." />
      {tag ? <HistoryButton subject="tag" id={tag.id} name={tag.name} onRestored={() => { onDone(); onClose(); }} /> : null}
    </FormDialog>
  );
}

/** Puts another tag in the place of one. */
export function MergeTagForm({ tag, tags, onClose, onDone }: { tag: TagRowFragment; tags: readonly TagRowFragment[]; onClose: () => void; onDone: () => void }) {
  const form = useMutationForm({
    document: MergeTagsDocument,
    defaults: { into: null as Option | null },
    variables: ({ into }: { into: Option | null }) => ({ input: { id: tag.id, version: tag.version, intoId: into?.value ?? '' } }),
    select: (data) => data.mergeTags,
    paths: { intoId: 'into' },
    onDone: ({ tag: stays }) => {
      notify.success(`Merged into ${stays?.name ?? 'the other tag'}`);
      onDone();
      onClose();
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} size="sm" title={`Merge ${tag.name}`} description="Every record that carries it gets the other tag instead. This cannot be undone." submitLabel="Merge tags" form={form}>
      <ReferenceField name="into" label="Into" required options={tags.filter(({ name }) => !sameTag(name, tag.name)).map(({ id, name, category }) => ({ value: id, label: name, hint: category ?? undefined }))} placeholder="The tag that stays" />
    </FormDialog>
  );
}
