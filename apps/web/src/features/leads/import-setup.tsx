'use client';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import {
  type ImportFileFragment, type ImportStateFragment, type LeadImportField, LeadImportPreviewDocument, type LeadImportSettingsInput, StartLeadImportDocument,
} from '@/gql/leads/lead-imports';
import { toFailure, useMutationWithIdempotency } from '@/graphql';
import { Button, notify } from '@/ui';
import { ImportMapping } from './import-mapping';
import { ImportOptions, type ImportChoices } from './import-options';
import { ImportPreview } from './import-preview';

/** Before an import starts: which column is what, how doubles are treated, and what would come of it. */
export function ImportSetup({ found, detected, onStarted }: { found: ImportStateFragment; detected: ImportFileFragment; onStarted: () => void }) {
  const [choices, setChoices] = useState<ImportChoices>({ encoding: detected.encoding, delimiter: detected.delimiter, onDuplicate: 'SKIP', notConverted: 'NEW', dateOrder: null, emptyValues: detected.emptyValues.join(', '), tags: '', owner: null });
  /** By column; only what was changed by hand, so that another delimiter starts with its own guess. */
  const [byHand, setByHand] = useState<Readonly<Record<number, LeadImportField | null>> | null>(null);
  const settings: LeadImportSettingsInput = {
    encoding: choices.encoding, delimiter: choices.delimiter, onDuplicate: choices.onDuplicate, notConverted: choices.notConverted, dateOrder: choices.dateOrder, ownerId: choices.owner?.value ?? null,
    emptyValues: words(choices.emptyValues), tags: words(choices.tags),
    mapping: byHand ? Object.entries(byHand).flatMap(([column, field]) => (field ? [{ column: Number(column), field }] : [])) : null,
  };
  const { data, previousData, error, loading } = useQuery(LeadImportPreviewDocument, { variables: { id: found.id, settings }, fetchPolicy: 'network-only' });
  const preview = (data ?? previousData)?.leadImportPreview ?? null;
  const file = preview?.detected ?? detected;
  const start = useMutationWithIdempotency(StartLeadImportDocument, (answer) => answer.startLeadImport);
  const guess: Readonly<Record<number, LeadImportField>> = Object.fromEntries(file.mapping.map(({ column, field }) => [column, field]));
  const mapping = byHand ?? guess;
  const run = async () => {
    const outcome = await start.run({ input: { id: found.id, version: found.version, settings } });
    if (!outcome.ok) notify.error('Not started', outcome.failure.message);
    onStarted();
  };
  return (
    <div className="flex flex-col gap-8 pb-4">
      <ImportOptions
        choices={choices} file={file} usesConverted={Object.values(mapping).includes('CONVERTED')}
        onChange={(next) => {
          if (next.delimiter !== choices.delimiter || next.encoding !== choices.encoding) setByHand(null);
          setChoices(next);
        }}
      />
      <ImportMapping file={file} mapping={mapping} onChange={setByHand} />
      <ImportPreview preview={preview} failure={error ? toFailure(error) : null} loading={loading} />
      <div className="sticky -bottom-8 -mx-1 max-lg:static flex flex-wrap items-center gap-3 border-t bg-surface px-1 py-3">
        <Button variant="primary" busy={start.busy} onClick={() => void run()}>Import about {(found.rowsTotal ?? 0).toLocaleString('en')} rows</Button>
        <p className="text-xs text-muted">Runs in the background. You can leave this page.</p>
      </div>
    </div>
  );
}

const words = (text: string) => text.split(',').map((word) => word.trim()).filter((word) => word !== '');
