import type { CsvColumn } from './csv/index.js';
import { IMPORT_FIELD_NAMES, IMPORT_FIELDS, type ImportField } from './fields.js';
import type { ColumnMapping, ImportPreset } from './import.types.js';

/** An export whose columns we know, recognized by its headers. */
interface Preset {
  /** All of these headers are there. */
  known: readonly string[];
  emptyValues: readonly string[];
  /** Fields by header; null: kept in `extra` although its header sounds like a field. */
  fields: Readonly<Record<string, ImportField | null>>;
}

const PRESETS: Record<ImportPreset, Preset> = {
  // The public lead-scoring data of a training company: people without names, known by two numbers.
  X_EDUCATION: {
    known: ['prospect id', 'lead number', 'lead origin', 'converted', 'total time spent on website'],
    emptyValues: ['Select'],
    fields: {
      'prospect id': 'externalId', 'lead number': 'reference', 'lead origin': 'medium', 'lead source': 'source', 'do not email': 'doNotEmail',
      'do not call': 'doNotCall', converted: 'converted', totalvisits: 'visits', 'total time spent on website': 'secondsOnSite',
      'page views per visit': 'pagesPerVisit', 'last activity': 'lastActivity', country: 'country', city: 'city', tags: 'tags',
      'what is your current occupation': 'title', search: null, 'how did you hear about x education': null,
    },
  },
};

/** A header as it is compared: `E-Mail_Address` is `e mail address`. */
export function headerKey(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

const FIELD_BY_HEADER = new Map<string, ImportField>(IMPORT_FIELD_NAMES.flatMap((field) => IMPORT_FIELDS[field].headers.map((header) => [header, field] as const)));

/**
 * Guesses from the headers which column fills which field; each field at most once, the first column that fits.
 */
export function guessMapping(columns: readonly CsvColumn[]): { mapping: ColumnMapping[]; preset: ImportPreset | null; emptyValues: string[] } {
  const keys = columns.map((column) => headerKey(column.name));
  // "Page Views" split from camel case and "TotalVisits" as one word are both known.
  const spellings = columns.map((column, index) => [keys[index]!, headerKey(column.name.toLowerCase())]);
  const all = new Set(spellings.flat());
  const preset = (Object.keys(PRESETS) as ImportPreset[]).find((name) => PRESETS[name].known.every((header) => all.has(header))) ?? null;
  const own = preset ? PRESETS[preset].fields : {};
  const taken = new Set<ImportField>();
  const mapping: ColumnMapping[] = [];
  columns.forEach((column, index) => {
    const field = spellings[index]!.map((key) => (key in own ? own[key] : FIELD_BY_HEADER.get(key))).find((found) => found !== undefined);
    if (!field || taken.has(field)) return;
    taken.add(field);
    mapping.push({ column: column.index, field });
  });
  return { mapping, preset, emptyValues: preset ? [...PRESETS[preset].emptyValues] : [] };
}
