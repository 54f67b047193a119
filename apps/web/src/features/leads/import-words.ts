import type { CsvDelimiter, LeadImportField, LeadImportStatus, TextEncoding } from '@/gql/leads/lead-imports';
import type { Tone } from '@/lib/tone';

export const importStatusLabel: Readonly<Record<LeadImportStatus, string>> = { UPLOADING: 'Arriving', UPLOADED: 'Waits for you', RUNNING: 'Running', DONE: 'Done', FAILED: 'Stopped', CANCELLED: 'Cancelled' };
export const importStatusTone: Readonly<Record<LeadImportStatus, Tone>> = { UPLOADING: 'neutral', UPLOADED: 'warning', RUNNING: 'info', DONE: 'success', FAILED: 'danger', CANCELLED: 'neutral' };
export const encodingLabel: Readonly<Record<TextEncoding, string>> = { UTF_8: 'UTF-8', UTF_16LE: 'UTF-16 (Unicode text)', UTF_16BE: 'UTF-16, high byte first', WINDOWS_1252: 'Windows-1252 / Latin-1' };
export const delimiterLabel: Readonly<Record<CsvDelimiter, string>> = { COMMA: 'Comma', SEMICOLON: 'Semicolon', TAB: 'Tab', PIPE: 'Vertical bar' };

/** Every field a column can fill, in the order people look for them. */
export const importFieldLabel: Readonly<Record<LeadImportField, string>> = {
  NAME: 'Name', FIRST_NAME: 'First name', LAST_NAME: 'Last name', COMPANY: 'Company', TITLE: 'Job title', EMAIL: 'E-mail', PHONE: 'Telephone', WEBSITE: 'Web site', CITY: 'City', COUNTRY: 'Country',
  EXTERNAL_ID: 'External id', REFERENCE: 'Their number', SOURCE: 'Source', CAMPAIGN: 'Campaign', MEDIUM: 'Medium', REFERRER: 'Referrer', STATUS: 'Status', CONVERTED: 'Converted (yes or no)',
  STATUS_REASON: 'Reason of the status', PRIORITY: 'Priority', BUDGET: 'Budget', AUTHORITY: 'Authority', NEED: 'Need', TIMELINE: 'Timeline', REQUESTED_SERVICES: 'Services', REQUIREMENTS: 'Requirements',
  WISHED_DATE: 'Wished date', TAGS: 'Tags', DO_NOT_EMAIL: 'No e-mail', DO_NOT_CALL: 'No calls', VISITS: 'Visits', SECONDS_ON_SITE: 'Seconds on the site', PAGES_PER_VISIT: 'Pages a visit',
  LAST_ACTIVITY: 'Last activity', CREATED_AT: 'Created', CLOSED_AT: 'Closed',
};

/** `13.4 MB`. */
export function fileSize(bytes: string | number): string {
  const size = Number(bytes);
  if (size < 1_000) return `${size} B`;
  return size < 1_000_000 ? `${(size / 1_000).toFixed(0)} kB` : `${(size / 1_000_000).toFixed(1)} MB`;
}
