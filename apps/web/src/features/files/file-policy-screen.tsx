'use client';
import { useQuery } from '@apollo/client/react';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useCallback } from 'react';
import { FilePolicyDocument, type FilePolicyQuery, UpdateFilePolicyDocument } from '@/gql/files/files';
import { toFailure, useRecordChanges } from '@/graphql';
import { NumberField, PageHeader, SwitchField, useMutationForm } from '@/kit';
import { useLocale } from '@/lib/locale';
import { useCan } from '@/session';
import { Card, ErrorState, ForbiddenState, LoadingNotice, notify, ProgressBar, Skeleton } from '@/ui';
import { SettingsCard } from '../shared/settings-card';
import { TickListField } from '../shared/tick-list-field';
import { formatBytes, type FileKind, kindOf } from './file-words';

type Policy = FilePolicyQuery['filePolicy'];

const MEGABYTE = 1_024 ** 2;
const GROUPS: readonly { id: string; label: string; kinds: readonly FileKind[] }[] = [
  { id: 'pictures', label: 'Pictures', kinds: ['IMAGE'] },
  { id: 'documents', label: 'Documents and tables', kinds: ['PDF', 'DOCUMENT', 'SHEET', 'TEXT'] },
  { id: 'media', label: 'Video and sound', kinds: ['VIDEO', 'AUDIO'] },
  { id: 'others', label: 'Archives and others', kinds: ['ARCHIVE', 'OTHER'] },
];

/** Which files the organization takes, and the room they take. */
export function FilePolicyScreen() {
  const { data, error, refetch } = useQuery(FilePolicyDocument, { fetchPolicy: 'cache-and-network' });
  const reload = useCallback(() => refetch().catch(() => undefined), [refetch]);
  useRecordChanges({ subjects: ['filePolicy'], onChange: () => void reload(), onResync: () => void reload() });
  const mayRead = useCan('filePolicy.read');
  const failure = error && !data ? toFailure(error) : null;
  if (!mayRead || failure?.code === 'FORBIDDEN') return <ForbiddenState page detail={failure?.message} />;
  if (failure) return <ErrorState page text={failure.message} reference={failure.requestId} onRetry={() => void reload()} />;
  return (
    <>
      <PageHeader title="Files" />
      <div className="flex w-full max-w-3xl flex-col gap-4 p-4 md:p-5">
        {data ? <><RoomCard policy={data.filePolicy} /><PolicyCard policy={data.filePolicy} onReload={reload} /></> : <div aria-busy="true" className="flex flex-col gap-4"><LoadingNotice what="file policy" /><Skeleton className="h-32 w-full rounded-lg" /><Skeleton className="h-96 w-full rounded-lg" /></div>}
      </div>
    </>
  );
}

function RoomCard({ policy }: { policy: Policy }) {
  const { locale } = useLocale();
  const { usedBytes, limitBytes, scanned } = policy;
  const share = usedBytes !== null && limitBytes !== null && limitBytes !== '0' ? Math.min(10_000, Number((BigInt(usedBytes) * 10_000n) / BigInt(limitBytes))) : null;
  const Shield = scanned ? ShieldCheck : ShieldAlert;
  return (
    <Card title="Storage and safety">
      <div className="flex flex-col gap-4 text-sm">
        {usedBytes !== null && limitBytes !== null ? (
          <div className="flex flex-col gap-1.5">
            <p className="tabular"><strong className="font-semibold">{formatBytes(usedBytes, locale)}</strong> of {formatBytes(limitBytes, locale)} are taken.</p>
            <ProgressBar basisPoints={share} label="Storage used by files" tone={share !== null && share > 9_000 ? 'danger' : 'accent'} />
          </div>
        ) : null}
        <p className="flex items-start gap-2 text-muted"><Shield aria-hidden className={`mt-0.5 size-4 shrink-0 ${scanned ? 'text-success-text' : 'text-warning-text'}`} />{scanned ? 'Every file is scanned for malware before anybody can open it.' : 'No scanner for malware is connected. Whoever runs this installation can connect one; types are checked by content all the same, and files are encrypted.'}</p>
      </div>
    </Card>
  );
}

function PolicyCard({ policy, onReload }: { policy: Policy; onReload: () => Promise<unknown> }) {
  const readOnly = !useCan('filePolicy.update');
  const allowed = new Set(policy.allowedTypes);
  const groups = GROUPS.map(({ kinds, ...group }) => ({ ...group, types: policy.knownTypes.filter(({ type }) => kinds.includes(kindOf(type))) }));
  const stored: Record<string, unknown> = { megabytes: Math.round(Number(policy.maxBytes) / MEGABYTE), clientsMayAdd: policy.clientsMayAdd, ...Object.fromEntries(groups.map(({ id, types }) => [id, types.filter(({ type }) => allowed.has(type)).map(({ type }) => type)])) };
  const form = useMutationForm({
    document: UpdateFilePolicyDocument,
    defaults: stored,
    variables: (values) => ({ input: { version: policy.version, allowedTypes: groups.flatMap(({ id }) => values[id] as string[]), maxBytes: String(Math.round(Number(values.megabytes ?? 0) * MEGABYTE)), clientsMayAdd: values.clientsMayAdd === true } }),
    select: (data) => data.updateFilePolicy,
    paths: { maxBytes: 'megabytes' },
    refetch: ['FilePolicy'],
    onDone: (_, values) => {
      form.methods.reset(values);
      notify.success('Saved', 'It applies to files that are added from now on.');
    },
  });
  return (
    <SettingsCard title="What may be uploaded" form={form} stored={stored} names={{ megabytes: 'Largest file', clientsMayAdd: 'Files of clients', ...Object.fromEntries(groups.map(({ id, label }) => [id, label])) }} onReload={onReload} readOnly={readOnly}>
      <p className="text-sm text-muted">The kind of a file is read from its content, not from its name. Programs, scripts and web pages are never accepted.</p>
      <NumberField name="megabytes" label="Largest file" unit="MB" min={1} className="max-w-40" />
      <SwitchField name="clientsMayAdd" label="Clients may add files to their projects" hint="In their portal. What they send in messages is taken all the same." />
      {groups.map(({ id, label, types }) => types.length === 0 ? null : <TickListField key={id} name={id} label={label} empty="" options={types.map(({ type, label: word, endings }) => ({ value: type, label: `${word} (.${endings[0] ?? ''})` }))} />)}
    </SettingsCard>
  );
}
