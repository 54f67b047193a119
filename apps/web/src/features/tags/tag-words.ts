import type { TagColour } from '@/gql/tags/tags';
import type { Tone } from '@/lib/tone';

export const tagTone: Readonly<Record<TagColour, Tone>> = { NEUTRAL: 'neutral', ACCENT: 'accent', SUCCESS: 'success', WARNING: 'warning', DANGER: 'danger', INFO: 'info' };
export const tagColourLabel: Readonly<Record<TagColour, string>> = { NEUTRAL: 'Grey', ACCENT: 'Accent', SUCCESS: 'Green', WARNING: 'Amber', DANGER: 'Red', INFO: 'Blue' };
export const tagColours = (Object.keys(tagColourLabel) as TagColour[]).map((value) => ({ value, label: tagColourLabel[value] }));

/** `["leads", 2], ["deals", 1]` as `2 leads, 1 deal`; the words are the server's. */
export const usesText = (by: readonly { label: string; records: number }[]): string => (by.length === 0 ? 'On no record' : by.map(({ label, records }) => `${records} ${records === 1 ? label.replace(/s$/, '') : label}`).join(', '));

/** Whether two words are the same tag. */
export const sameTag = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();
