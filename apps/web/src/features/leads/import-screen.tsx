'use client';
import { useQuery } from '@apollo/client/react';
import { CancelLeadImportDocument, LeadImportDocument } from '@/gql/leads/lead-imports';
import { toFailure, useMutationWithIdempotency } from '@/graphql';
import { RecordPage } from '@/kit';
import { Badge, Button, notify } from '@/ui';
import { RecordHistory } from '../shared/record-tabs';
import { ImportReport } from './import-report';
import { ImportSetup } from './import-setup';
import { fileSize, importStatusLabel, importStatusTone } from './import-words';

const LOOK_AGAIN_MS = 1_000;

/** One import: mapping and preview before it starts, progress while it runs, its report afterwards. Survives a reload at any point. */
export function ImportScreen({ id }: { id: string }) {
  const { data, loading, error, refetch, startPolling, stopPolling } = useQuery(LeadImportDocument, {
    variables: { id }, fetchPolicy: 'cache-and-network', skipPollAttempt: () => document.hidden,
  });
  const cancel = useMutationWithIdempotency(CancelLeadImportDocument, (answer) => answer.cancelLeadImport);
  const found = data?.leadImport ?? null;
  const failure = error && !found ? toFailure(error) : null;
  if (found?.status === 'RUNNING') startPolling(LOOK_AGAIN_MS);
  else stopPolling();
  const mayCancel = found?.allowedMoves.some(({ move, allowed }) => move === 'CANCEL' && allowed) ?? false;
  const stop = async () => {
    if (!found) return;
    const outcome = await cancel.run({ input: { id, version: found.version } });
    if (!outcome.ok) notify.error('Not cancelled', outcome.failure.message);
    void refetch();
  };
  return (
    <RecordPage
      what="import" loading={loading && !found} failure={failure} missing={failure?.code === 'NOT_FOUND'} onRetry={() => void refetch()}
      crumbs={[{ label: 'Leads', href: '/leads' }, { label: 'Import', href: '/leads/import' }]} title={found?.fileName}
      status={found ? <Badge dot tone={importStatusTone[found.status]}>{importStatusLabel[found.status]}</Badge> : null}
      marks={found ? <span className="text-sm text-muted">{fileSize(found.byteSize)}</span> : null}
      actions={mayCancel ? <Button busy={cancel.busy} onClick={() => void stop()}>{found?.status === 'UPLOADED' ? 'Discard the file' : 'Cancel'}</Button> : null}
      tabs={found ? [{
        id: 'import', label: 'Import',
        content: found.status === 'UPLOADED' && found.detected ? <ImportSetup found={found} detected={found.detected} onStarted={() => void refetch()} /> : <ImportReport found={found} onAgain={() => void refetch()} />,
      }, { id: 'history', label: 'History', content: <RecordHistory subject="leadImport" id={id} /> }] : []}
    />
  );
}
