/**
 * Files for other features: how they are sent, and how they are shown.
 *
 * ```tsx
 * const uploads = useUploads();                                   // composer: AttachButton, DropZone (drop and paste), UploadTray
 * <DropZone onFiles={uploads.add} label="Drop to attach"> … <UploadTray uploads={uploads} /> <AttachButton onFiles={uploads.add} /> </DropZone>
 * await post({ fileIds: uploads.fileIds }); uploads.clearDone();  // wait while uploads.busy; say so while uploads.failed
 * <Attachments files={message.files} />                           // message: `files { ...ShownFile }`
 * ```
 */
export { AttachButton } from './attach-button';
export { Attachments } from './attachments';
export { DropZone } from './drop-zone';
export { filesOf } from './pasted';
export type { ShownFile } from './shown-file';
export { UploadTray } from './upload-tray';
export type { Upload } from './upload-queue';
export { type Uploads, useUploads } from './use-uploads';
