'use client';
import { HandInFilesDocument } from '@/gql/files/files';
import { useMutationWithIdempotency } from '@/graphql';
import { useViewer } from '@/session';
import { notify } from '@/ui';
import { AttachButton } from './attach-button';
import { DropZone } from './drop-zone';
import type { Upload } from './upload-queue';
import { UploadTray } from './upload-tray';
import { useUploads } from './use-uploads';

/** A client's own files for a project: chosen, dropped or pasted, sent with progress. The agency sees them as soon as they are there. */
export function PortalAddFiles({ projectId, onAdded }: { projectId: string; onAdded: () => void }) {
  const { organization } = useViewer();
  const handIn = useMutationWithIdempotency(HandInFilesDocument, (data) => data.handInFiles);
  const take = async ({ fileId, name }: Upload, forget: () => void) => {
    const outcome = await handIn.run({ input: { fileIds: [fileId ?? ''], subject: 'project', recordId: projectId } });
    if (outcome.ok) notify.success(`${organization.name} has it now`, name);
    else notify.error(`${name} was not added`, outcome.failure.message);
    forget();
    onAdded();
  };
  const uploads = useUploads((upload, forget) => void take(upload, forget));
  return (
    <DropZone onFiles={uploads.add} label={`Drop to send to ${organization.name}`} className="flex flex-col gap-3 rounded-lg border border-dashed border-border-strong p-4">
      <div className="flex flex-wrap items-center gap-3">
        <AttachButton label="Add files" onFiles={uploads.add} />
        <span className="text-sm text-muted">{organization.name} and your colleagues see them. <span className="max-md:hidden">You can also drop them here.</span></span>
      </div>
      <UploadTray uploads={uploads} />
    </DropZone>
  );
}
