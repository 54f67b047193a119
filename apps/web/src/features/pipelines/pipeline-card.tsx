'use client';
import { useState } from 'react';
import { DeletePipelineDocument, type PipelineSettingFragment, type PipelineStageKind, UpdatePipelineDocument } from '@/gql/pipelines/pipelines';
import { FailureError, useMutationWithIdempotency } from '@/graphql';
import { LinesField, NumberField, SelectField, SwitchField, TextField, useMutationForm } from '@/kit';
import { Button, ConfirmDialog, notify } from '@/ui';
import { HistoryButton } from '../history/history-button';
import { SettingsCard } from '../shared/settings-card';

const KINDS: readonly { value: PipelineStageKind; label: string }[] = [{ value: 'OPEN', label: 'On the way' }, { value: 'WON', label: 'Won' }, { value: 'LOST', label: 'Lost' }];
const kindOf = ({ isWon, isLost }: PipelineSettingFragment['stages'][number]): PipelineStageKind => (isWon ? 'WON' : isLost ? 'LOST' : 'OPEN');
const BLANK = { id: null, name: '', kind: 'OPEN', probability: 50, rotDays: null, colour: null };
const MOST_STAGES = 30;

interface Stage { id: string | null; name: string; kind: PipelineStageKind; probability: number | null; rotDays: number | null; colour: string | null }
interface Values { name: string; isDefault: boolean; stages: Stage[] }

/** One pipeline: its name, its stages in order, whether new deals start in it. */
export function PipelineCard({ pipeline, only, readOnly, onReload }: { pipeline: PipelineSettingFragment; only: boolean; readOnly: boolean; onReload: () => Promise<unknown> }) {
  const [removing, setRemoving] = useState(false);
  const remove = useMutationWithIdempotency(DeletePipelineDocument, (data) => data.deletePipeline);
  const stored: Values = {
    name: pipeline.name, isDefault: pipeline.isDefault,
    stages: pipeline.stages.map((stage) => ({ id: stage.id, name: stage.name, kind: kindOf(stage), probability: stage.probability, rotDays: stage.rotDays, colour: stage.colour })),
  };
  const form = useMutationForm({
    document: UpdatePipelineDocument,
    defaults: stored,
    variables: ({ name, isDefault, stages }: Values) => ({
      input: {
        id: pipeline.id, version: pipeline.version, name: name.trim(), ...(isDefault === pipeline.isDefault ? {} : { isDefault }),
        stages: stages.map(({ id, kind, probability, ...stage }) => ({ ...stage, id, kind, name: stage.name.trim(), probability: kind === 'OPEN' ? probability : null })),
      },
    }),
    select: (data) => data.updatePipeline,
    onDone: async (_, values) => {
      form.methods.reset(values);
      notify.success('Pipeline saved');
      await onReload();
    },
  });
  const stages = form.methods.watch('stages');
  return (
    <>
      <SettingsCard title={pipeline.name} form={form} stored={stored} names={{ name: 'Name', isDefault: 'New deals start here', stages: 'Stages' }} readOnly={readOnly} onReload={onReload}>
        <TextField name="name" label="Name" required maxLength={100} />
        {pipeline.isDefault ? <p className="text-sm text-muted">New deals start here.</p> : <SwitchField name="isDefault" label="New deals start here" />}
        <LinesField
          name="stages" what="stage" blank={BLANK} most={MOST_STAGES} empty="No stages: a pipeline needs at least one on the way, one won and one lost."
          line={(at, index) => (
            <div className="grid grid-cols-2 items-end gap-2 sm:grid-cols-[1fr_8rem_6rem_7rem]">
              <TextField name={`${at}.name`} label="Stage" required maxLength={100} className="max-sm:col-span-2" />
              <SelectField name={`${at}.kind`} label="Deals are" options={KINDS} disabled={stages[index]?.id != null} />
              {stages[index]?.kind === 'OPEN' ? <NumberField name={`${at}.probability`} label="Chance" unit="%" min={0} max={100} required /> : <span />}
              {stages[index]?.kind === 'OPEN' ? <NumberField name={`${at}.rotDays`} label="Neglected after" unit="days" min={1} max={999} /> : <span />}
            </div>
          )}
        />
        <div className="flex flex-wrap gap-2">
          <HistoryButton subject="pipeline" id={pipeline.id} name={pipeline.name} onRestored={() => void onReload()} />
          {readOnly || pipeline.isDefault || only ? null : <Button variant="ghost" className="text-danger-text" onClick={() => setRemoving(true)}>Delete pipeline</Button>}
        </div>
      </SettingsCard>
      <ConfirmDialog
        open={removing} onOpenChange={setRemoving} danger title={`Delete ${pipeline.name}?`} confirmLabel="Delete pipeline" typeToConfirm={pipeline.name}
        body="Its stages go with it. A pipeline with deals stays until they are moved."
        onConfirm={async () => {
          const outcome = await remove.run({ input: { id: pipeline.id, version: pipeline.version } });
          if (!outcome.ok) throw new FailureError(outcome.failure);
          await onReload();
        }}
      />
    </>
  );
}
