'use client';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { PageHeader } from '@/kit';
import {
  AudiencePanel, Avatar, AvatarStack, Badge, Button, Card, Checkbox, Combobox, ConfirmDialog, DateText, Dialog, Field, Input, Kbd, MoneyText, notify, NumberText, type Option, Person, ProgressBar, Segmented, Select, Switch, Textarea, Tooltip, VisibilityMark,
} from '@/ui'; // prettier-ignore
import type { Tone } from '@/lib/tone';
import { KitFrame } from './frame';

const tones: readonly Tone[] = ['neutral', 'accent', 'success', 'warning', 'danger', 'info', 'client', 'internal'];
const options: readonly Option[] = ['Web', 'SEO', 'Google Business', 'Graphics', 'Social'].map((label) => ({ value: label, label }));

function Controls() {
  const [choice, setChoice] = useState<Option | null>(null);
  const [value, setValue] = useState<string | null>('SEO');
  return (
    <Card title="Controls">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Name" required hint="As the client writes it.">
          {(control) => <Input {...control} defaultValue="Harbour & Pine" />}
        </Field>
        <Field label="E-mail" error="This is not an e-mail address">
          {(control) => <Input {...control} defaultValue="harbour@" />}
        </Field>
        <Field label="Category">{(control) => <Select {...control} value={value} onValueChange={setValue} options={options} />}</Field>
        <Field label="Department">{(control) => <Combobox {...control} value={choice} onValueChange={setChoice} options={options} />}</Field>
        <Field label="Note" className="sm:col-span-2">
          {(control) => <Textarea {...control} placeholder="What was said" />}
        </Field>
        <label className="flex items-center gap-2">
          <Checkbox defaultChecked /> Send a copy
        </label>
        <label className="flex items-center gap-2">
          <Switch defaultChecked /> Publish at once
        </label>
      </div>
    </Card>
  );
}

/** Every primitive on one page. */
export function KitIndex() {
  const [open, setOpen] = useState(false);
  const [asking, setAsking] = useState(false);
  const [view, setView] = useState<'list' | 'board'>('list');
  return (
    <KitFrame>
      <PageHeader
        title="Primitives"
        actions={
          <>
            <Button onClick={() => setOpen(true)}>Open dialog</Button>
            <Button variant="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => notify.undoable('Deal moved to Won', () => undefined)}>
              Toast with undo
            </Button>
          </>
        }
      />
      <div className="grid gap-4 p-4 md:p-5 xl:grid-cols-2">
        <Card title="Buttons">
          <div className="flex flex-wrap items-center gap-2">
            <Button variant="primary">Save</Button>
            <Button>Cancel</Button>
            <Button variant="ghost">Quiet</Button>
            <Button variant="danger" icon={<Trash2 aria-hidden className="size-4" />} onClick={() => setAsking(true)}>
              Delete
            </Button>
            <Button busy>Saving</Button>
            <Button disabled>Off</Button>
            <Tooltip label="Search" keys="Mod+K">
              <Button size="icon" aria-label="Search">
                <Plus aria-hidden className="size-4" />
              </Button>
            </Tooltip>
            <Segmented label="View" value={view} onValueChange={setView} options={[{ value: 'list', label: 'List' }, { value: 'board', label: 'Board' }]} />
            <Kbd keys="Mod+Shift+K" />
          </div>
        </Card>
        <Card title="Marks">
          <div className="flex flex-wrap gap-2">
            {tones.map((tone) => (
              <Badge key={tone} tone={tone} dot>
                {tone}
              </Badge>
            ))}
            <Badge plain dot tone="success">
              plain
            </Badge>
            <VisibilityMark audience="internal" />
            <VisibilityMark audience="client" />
          </div>
        </Card>
        <Controls />
        <Card title="Figures">
          <div className="flex flex-col gap-3">
            <ProgressBar label="Website relaunch" workDone="297600" workTotal="480" delta={300} why={<p>Three of five tasks are done.</p>} />
            <ProgressBar label="Empty project" workDone="0" workTotal="0" />
            <ProgressBar label="Done" basisPoints={10000} size="lg" />
            <p className="flex flex-wrap gap-4">
              <MoneyText amountMinor="123456789" currency="EUR" />
              <MoneyText amountMinor="1234" currency="JPY" />
              <MoneyText amountMinor="98765432100" currency="USD" style="compact" />
              <NumberText value={8800} />
              <DateText value="2026-11-21T09:30:00Z" />
              <DateText value="2026-11-19T09:30:00Z" format="relative" />
            </p>
            <p className="flex flex-wrap items-center gap-4">
              <Person name="Maya Lindqvist" /> <Person name={null} /> <AvatarStack names={['Ada Okonkwo', 'Ben Whitaker', 'Irina Sokolova', 'Tomás Ferreira']} /> <Avatar name="Lumen Optics" size="md" square />
            </p>
          </div>
        </Card>
        <AudiencePanel audience="internal" title="Notes of the team">
          <p>The client is slow with the logo; ask Maya.</p>
        </AudiencePanel>
        <AudiencePanel audience="client" title="Update to the client">
          <p>Your home page is ready to look at.</p>
        </AudiencePanel>
      </div>
      <Dialog open={open} onOpenChange={setOpen} title="Qualify the lead" description="Says how likely this becomes a deal." footer={<Button variant="primary">Qualify</Button>}>
        <Field label="Budget">{(control) => <Input {...control} />}</Field>
      </Dialog>
      <ConfirmDialog open={asking} onOpenChange={setAsking} title="Delete this project?" body="Its 42 tasks and their history go with it. This cannot be undone." confirmLabel="Delete project" danger typeToConfirm="Website relaunch" onConfirm={() => undefined} />
    </KitFrame>
  );
}
