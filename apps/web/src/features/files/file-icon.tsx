import { File, FileArchive, FileAudio, FileImage, FileSpreadsheet, FileText, FileType, FileVideo, type LucideIcon } from 'lucide-react';
import { cn } from '@/lib/cn';
import { type FileKind, kindOf } from './file-words';

const ICONS: Readonly<Record<FileKind, LucideIcon>> = {
  IMAGE: FileImage, PDF: FileType, TEXT: FileText, VIDEO: FileVideo, AUDIO: FileAudio, SHEET: FileSpreadsheet, ARCHIVE: FileArchive, DOCUMENT: FileText, OTHER: File,
}; // prettier-ignore

/** The mark of a file's kind; the words beside it say the same. */
export function FileIcon({ contentType, className }: { contentType: string; className?: string }) {
  const Icon = ICONS[kindOf(contentType)];
  return <Icon aria-hidden className={cn('size-4 shrink-0 text-muted', className)} />;
}
