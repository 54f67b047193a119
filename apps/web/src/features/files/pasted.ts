import { nameOfPasted } from './file-words';

/**
 * The files of a paste or a drop; pictures without a name of their own get one. Empty when only text was pasted (a table copied from a
 * spreadsheet carries a picture of itself beside its text: the text is meant).
 */
export function filesOf(data: DataTransfer | null, now: Date = new Date()): File[] {
  if (!data || data.files.length === 0) return [];
  const onlyPictures = [...data.files].every((file) => file.type.startsWith('image/'));
  if (onlyPictures && data.types.includes('text/plain')) return [];
  return [...data.files].map((file) => (file.name && !/^image\.\w+$/.test(file.name) ? file : new File([file], nameOfPasted(file.type, now), { type: file.type, lastModified: now.getTime() })));
}
