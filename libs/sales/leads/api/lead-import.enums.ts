import { registerEnumType } from '@nestjs/graphql';
import type { Delimiter, Encoding } from '../import/csv/index.js';
import { IMPORT_FIELD_NAMES, IMPORT_FIELDS, type ImportField } from '../import/fields.js';
import type { DuplicatePolicy, ImportPreset, NotConvertedStatus } from '../import/import.types.js';
import type { ImportStatus } from '../import/lead-import.entity.js';
import type { DateOrder } from '../import/values.js';

type EnumOf<Value extends string> = { readonly [Key in Value]: Key };

export const ImportStatusEnum: EnumOf<ImportStatus> = {
  UPLOADING: 'UPLOADING', UPLOADED: 'UPLOADED', RUNNING: 'RUNNING', DONE: 'DONE', FAILED: 'FAILED', CANCELLED: 'CANCELLED',
};
registerEnumType(ImportStatusEnum, {
  name: 'LeadImportStatus',
  description: 'How far an import has come.',
  valuesMap: {
    UPLOADING: { description: 'The file is arriving.' },
    UPLOADED: { description: 'The file is here and waits for its settings.' },
    RUNNING: { description: 'Rows are turned into leads.' },
    DONE: { description: 'Every row is done.' },
    FAILED: { description: 'It stopped and can be started again.' },
    CANCELLED: { description: 'Somebody ended it; what was written stays.' },
  },
});

export const EncodingEnum: EnumOf<Encoding> = { UTF_8: 'UTF_8', UTF_16LE: 'UTF_16LE', UTF_16BE: 'UTF_16BE', WINDOWS_1252: 'WINDOWS_1252' };
registerEnumType(EncodingEnum, {
  name: 'TextEncoding',
  description: 'How the bytes of a file become characters.',
  valuesMap: {
    UTF_8: { description: 'UTF-8.' },
    UTF_16LE: { description: 'UTF-16, low byte first (Excel\'s "Unicode text").' },
    UTF_16BE: { description: 'UTF-16, high byte first.' },
    WINDOWS_1252: { description: 'Windows-1252, which holds Latin-1.' },
  },
});

export const DelimiterEnum = { COMMA: ',', SEMICOLON: ';', TAB: '\t', PIPE: '|' } as const satisfies Record<string, Delimiter>;
registerEnumType(DelimiterEnum, {
  name: 'CsvDelimiter',
  description: 'What stands between the cells of a row.',
  valuesMap: { COMMA: { description: 'A comma.' }, SEMICOLON: { description: 'A semicolon.' }, TAB: { description: 'A tab.' }, PIPE: { description: 'A vertical bar.' } },
});

export const DuplicatePolicyEnum: EnumOf<DuplicatePolicy> = { SKIP: 'SKIP', UPDATE: 'UPDATE' };
registerEnumType(DuplicatePolicyEnum, {
  name: 'LeadImportDuplicatePolicy',
  description: 'What to do with a lead that is there already.',
  valuesMap: { SKIP: { description: 'Leave it as it is.' }, UPDATE: { description: 'Fill in what the file says; never its status or owner.' } },
});

export const NotConvertedStatusEnum: EnumOf<NotConvertedStatus> = { NEW: 'NEW', CONTACTED: 'CONTACTED', LOST: 'LOST' };
registerEnumType(NotConvertedStatusEnum, {
  name: 'LeadImportNotConverted',
  description: 'What a row becomes that only says it was not converted.',
  valuesMap: { NEW: { description: 'A new lead.' }, CONTACTED: { description: 'One that was contacted.' }, LOST: { description: 'A lost one.' } },
});

export const DateOrderEnum: EnumOf<DateOrder> = { DMY: 'DMY', MDY: 'MDY' };
registerEnumType(DateOrderEnum, {
  name: 'DateOrder',
  description: 'What comes first in a date like 3/4/2026.',
  valuesMap: { DMY: { description: 'The day.' }, MDY: { description: 'The month.' } },
});

export const ImportPresetEnum: EnumOf<ImportPreset> = { X_EDUCATION: 'X_EDUCATION' };
registerEnumType(ImportPresetEnum, {
  name: 'LeadImportPreset',
  description: 'An export whose columns are known.',
  valuesMap: { X_EDUCATION: { description: 'The public lead-scoring data of X Education.' } },
});

const constant = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
const byConstant = IMPORT_FIELD_NAMES.map((field) => [constant(field), field] as const);

/** FIRST_NAME is the field `firstName`. */
export const ImportFieldEnum = Object.fromEntries(byConstant) as Readonly<Record<string, ImportField>>;
registerEnumType(ImportFieldEnum, {
  name: 'LeadImportField',
  description: 'A field of a lead that a column can fill.',
  valuesMap: Object.fromEntries(byConstant.map(([name, field]) => [name, { description: `${IMPORT_FIELDS[field].label}.` }])),
});
