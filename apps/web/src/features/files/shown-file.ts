/** A file as the API gives it; what chips, thumbnails and the preview need. */
export interface ShownFile {
  id: string;
  name: string;
  contentType: string;
  /** An integer as text. */
  bytes: string;
  width?: number | null;
  height?: number | null;
  hasThumbnail: boolean;
  /** Only CLEAN ones can be opened: type and harm are checked after the last byte is there. */
  scan: 'CLEAN' | 'PENDING' | 'REFUSED';
  /** Why the check refused it. */
  refusal?: string | null;
  /** null until it may be opened. */
  url?: string | null;
  thumbnailUrl?: string | null;
  previewUrl?: string | null;
}

/** Why a file cannot be opened (yet); null when it can. */
export function closedBecause({ scan, refusal }: Pick<ShownFile, 'scan' | 'refusal'>): string | null {
  if (scan === 'CLEAN') return null;
  return scan === 'PENDING' ? 'Being checked' : (refusal ?? 'Refused by the check');
}
