/** What the product knows of a type of file. */
export interface KnownType {
  /** What people call it. */
  label: string;
  /** Endings of names that fit, the usual first. */
  endings: readonly string[];
  /** Allowed unless an organization decides otherwise. */
  standard: boolean;
  /** How its content is told: by file-type's signatures, or as text of this ending. */
  text?: true;
}

const type = (label: string, endings: string, standard = true): KnownType => ({ label, endings: endings.split(' '), standard });
const text = (label: string, endings: string): KnownType => ({ ...type(label, endings), text: true });
const office = (kind: string): string => `application/vnd.openxmlformats-officedocument.${kind}`;
const open = (kind: string): string => `application/vnd.oasis.opendocument.${kind}`;

/**
 * Every type that an organization may allow, by its content type. What is not here is refused whatever a policy says: programs,
 * scripts, pages, documents with macros.
 */
export const KNOWN_TYPES: Readonly<Record<string, KnownType>> = {
  'image/jpeg': type('JPEG picture', 'jpg jpeg jpe'),
  'image/png': type('PNG picture', 'png'),
  'image/gif': type('GIF picture', 'gif'),
  'image/webp': type('WebP picture', 'webp'),
  'image/avif': type('AVIF picture', 'avif'),
  'image/tiff': type('TIFF picture', 'tif tiff'),
  'image/svg+xml': text('SVG drawing', 'svg'),
  'image/vnd.adobe.photoshop': type('Photoshop file', 'psd'),
  'application/pdf': type('PDF', 'pdf ai'),
  [office('wordprocessingml.document')]: type('Word document', 'docx'),
  [office('spreadsheetml.sheet')]: type('Excel sheet', 'xlsx'),
  [office('presentationml.presentation')]: type('PowerPoint slides', 'pptx'),
  [open('text')]: type('OpenDocument text', 'odt'),
  [open('spreadsheet')]: type('OpenDocument sheet', 'ods'),
  [open('presentation')]: type('OpenDocument slides', 'odp'),
  'application/rtf': type('Rich text', 'rtf'),
  'application/x-cfb': type('Word, Excel or PowerPoint before 2007 (may hold macros)', 'doc xls ppt msg', false),
  'text/plain': text('Text', 'txt text log'),
  'text/csv': text('CSV', 'csv tsv'),
  'text/markdown': text('Markdown', 'md markdown'),
  'application/json': text('JSON', 'json'),
  'application/xml': text('XML', 'xml'),
  'text/calendar': text('Calendar entry', 'ics'),
  'text/vcard': text('Address card', 'vcf'),
  'application/zip': type('ZIP archive', 'zip'),
  'application/gzip': type('Gzip archive', 'gz tgz', false),
  'application/x-7z-compressed': type('7-Zip archive', '7z', false),
  'application/x-rar-compressed': type('RAR archive', 'rar', false),
  'video/mp4': type('MP4 video', 'mp4 m4v'),
  'video/quicktime': type('QuickTime video', 'mov qt'),
  'video/webm': type('WebM video', 'webm'),
  'audio/mpeg': type('MP3 sound', 'mp3'),
  'audio/x-m4a': type('M4A sound', 'm4a'),
  'audio/wav': type('WAV sound', 'wav'),
  'audio/ogg': type('Ogg sound', 'ogg oga opus'),
  'font/woff2': type('WOFF2 font', 'woff2'),
  'font/woff': type('WOFF font', 'woff'),
  'font/ttf': type('TrueType font', 'ttf'),
  'font/otf': type('OpenType font', 'otf'),
};

/** Allowed where an organization has decided nothing. */
export const STANDARD_TYPES: readonly string[] = Object.entries(KNOWN_TYPES).filter(([, { standard }]) => standard).map(([name]) => name);

/** Pictures that are decoded and written anew; nothing else is shown in a page. */
export const PICTURES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif', 'image/tiff']);

/** Containers of many files, which are looked into before they are taken. */
export const ZIPPED: ReadonlySet<string> = new Set(['application/zip', ...Object.keys(KNOWN_TYPES).filter((name) => /openxmlformats|opendocument/.test(name))]);

/** Texts whose beginning can be shown. */
export const SHOWN_TEXTS: ReadonlySet<string> = new Set(['text/plain', 'text/csv', 'text/markdown', 'application/json', 'application/xml', 'text/calendar', 'text/vcard']);

/** The types that an ending may stand for. */
export const typesOfEnding = (ending: string): string[] => Object.entries(KNOWN_TYPES).filter(([, { endings }]) => endings.includes(ending)).map(([name]) => name);

/** Endings in the order people know them, for sentences. */
export function endingsOf(types: readonly string[]): string {
  return types.map((name) => KNOWN_TYPES[name]?.endings[0] ?? name).join(', ');
}
