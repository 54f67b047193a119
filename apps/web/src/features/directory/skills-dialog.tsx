'use client';
import { useQuery } from '@apollo/client/react';
import { Plus, X } from 'lucide-react';
import { PickItemsDocument, SaveColleagueDocument } from '@/gql/directory/directory';
import { FormDialog, useMutationForm } from '@/kit';
import { useField } from '@/kit/forms/use-field';
import { Button, notify, type Option, Select } from '@/ui';
import { levelLabel } from './directory-words';
import type { Profile } from './profile-facts';

interface Line {
  skillId: string;
  level: string;
}

const LEVELS: readonly Option[] = [1, 2, 3, 4, 5].map((level) => ({ value: String(level), label: levelLabel[level] ?? '' }));

/** All skills of somebody at once. */
export function SkillsDialog({ profile, onClose, onChanged }: { profile: Profile; onClose: () => void; onChanged: () => void }) {
  const { data } = useQuery(PickItemsDocument, { variables: { list: 'SKILL' } });
  const held = profile.skills.flatMap(({ skill, level }) => (skill ? [{ value: skill.id, label: skill.label, level: String(level) }] : []));
  const options = new Map([...held, ...(data?.pickListItems.nodes ?? []).map(({ id, label }) => ({ value: id, label }))].map(({ value, label }) => [value, { value, label }]));
  const form = useMutationForm({
    document: SaveColleagueDocument,
    defaults: { skills: held.map(({ value, level }): Line => ({ skillId: value, level })) },
    variables: ({ skills }) => ({ input: { id: profile.id, version: profile.version, skills: skills.filter(({ skillId }) => skillId !== '').map(({ skillId, level }) => ({ skillId, level: Number(level) })) } }),
    select: (answer) => answer.updateStaffProfile,
    onDone: () => {
      notify.success('Skills saved');
      onChanged();
      onClose();
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} title="Skills" description="What can be counted on, and how well." submitLabel="Save skills" form={form}>
      <SkillLines options={[...options.values()]} />
    </FormDialog>
  );
}

function SkillLines({ options }: { options: readonly Option[] }) {
  const { field, error } = useField({ name: 'skills', label: 'Skills' });
  const lines: readonly Line[] = field.value ?? [];
  const change = (index: number, part: Partial<Line>) => field.onChange(lines.map((line, at) => (at === index ? { ...line, ...part } : line)));
  if (options.length === 0) return <p className="text-sm text-muted">No skills to choose from yet. Those who look after people add them to the list of skills.</p>;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="sr-only">Skills</legend>
      {lines.map((line, index) => (
        <div key={index} className="flex flex-wrap items-center gap-2">
          <Select aria-label={`Skill ${index + 1}`} className="min-w-36 flex-1" placeholder="Choose a skill" value={line.skillId || null} onValueChange={(skillId) => change(index, { skillId })} options={options.filter(({ value }) => value === line.skillId || !lines.some(({ skillId }) => skillId === value))} />
          <Select aria-label={`How well skill ${index + 1}`} className="w-36" value={line.level} onValueChange={(level) => change(index, { level })} options={LEVELS} />
          <Button size="icon-sm" variant="ghost" aria-label={`Remove skill ${index + 1}`} onClick={() => field.onChange(lines.filter((_, at) => at !== index))}><X aria-hidden className="size-3.5" /></Button>
        </div>
      ))}
      <div><Button size="sm" icon={<Plus aria-hidden className="size-3.5" />} onClick={() => field.onChange([...lines, { skillId: '', level: '3' }])}>Add a skill</Button></div>
      {error ? <p className="text-xs text-danger-text">{error}</p> : null}
    </fieldset>
  );
}
