// Written by `npm run schema`. Change the .graphql file of the same name instead.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** An import to be ended. */
export type CancelLeadImportInput = {
  /** The import. */
  readonly id: string;
  /** The version you saw. */
  readonly version: number;
};

/** What stands between the cells of a row. */
export type CsvDelimiter =
  /** A comma. */
  | 'COMMA'
  /** A vertical bar. */
  | 'PIPE'
  /** A semicolon. */
  | 'SEMICOLON'
  /** A tab. */
  | 'TAB';

/** What comes first in a date like 3/4/2026. */
export type DateOrder =
  /** The day. */
  | 'DMY'
  /** The month. */
  | 'MDY';

/** Why something was refused. */
export type ErrorCode =
  /** Somebody changed the record since it was read. */
  | 'CONFLICT'
  /** Sign-in from this device is not allowed. */
  | 'DEVICE_NOT_ALLOWED'
  /** Something like this exists already. */
  | 'DUPLICATE'
  /** A permission is missing. */
  | 'FORBIDDEN'
  /** The record cannot take this move from its present state. */
  | 'ILLEGAL_TRANSITION'
  /** The server failed; the request id leads to its log. */
  | 'INTERNAL'
  /** A limit of the request or of the organization is exceeded. */
  | 'LIMIT_EXCEEDED'
  /** Sign-in from this network is not allowed. */
  | 'NETWORK_NOT_ALLOWED'
  /** A record does not exist or is not visible. */
  | 'NOT_FOUND'
  /** Something else must be done first. */
  | 'PRECONDITION_FAILED'
  /** Too many requests; wait as long as "retryAfter" says. */
  | 'RATE_LIMITED'
  /** A second factor is needed. */
  | 'TWO_FACTOR_REQUIRED'
  /** Nobody is signed in, or the session has ended. */
  | 'UNAUTHENTICATED'
  /** The input is not usable as it is. */
  | 'VALIDATION_FAILED';

/** What to do with a lead that is there already. */
export type LeadImportDuplicatePolicy =
  /** Leave it as it is. */
  | 'SKIP'
  /** Fill in what the file says; never its status or owner. */
  | 'UPDATE';

/** A field of a lead that a column can fill. */
export type LeadImportField =
  /** Authority. */
  | 'AUTHORITY'
  /** Budget. */
  | 'BUDGET'
  /** Campaign. */
  | 'CAMPAIGN'
  /** City. */
  | 'CITY'
  /** Closed. */
  | 'CLOSED_AT'
  /** Company. */
  | 'COMPANY'
  /** Converted (yes or no). */
  | 'CONVERTED'
  /** Country. */
  | 'COUNTRY'
  /** Created. */
  | 'CREATED_AT'
  /** No calls. */
  | 'DO_NOT_CALL'
  /** No e-mail. */
  | 'DO_NOT_EMAIL'
  /** E-mail. */
  | 'EMAIL'
  /** External id. */
  | 'EXTERNAL_ID'
  /** First name. */
  | 'FIRST_NAME'
  /** Last activity. */
  | 'LAST_ACTIVITY'
  /** Last name. */
  | 'LAST_NAME'
  /** Medium. */
  | 'MEDIUM'
  /** Name. */
  | 'NAME'
  /** Need. */
  | 'NEED'
  /** Pages a visit. */
  | 'PAGES_PER_VISIT'
  /** Telephone. */
  | 'PHONE'
  /** Priority. */
  | 'PRIORITY'
  /** Their number. */
  | 'REFERENCE'
  /** Referrer. */
  | 'REFERRER'
  /** Services. */
  | 'REQUESTED_SERVICES'
  /** Requirements. */
  | 'REQUIREMENTS'
  /** Seconds on the site. */
  | 'SECONDS_ON_SITE'
  /** Source. */
  | 'SOURCE'
  /** Status. */
  | 'STATUS'
  /** Reason of the status. */
  | 'STATUS_REASON'
  /** Tags. */
  | 'TAGS'
  /** Timeline. */
  | 'TIMELINE'
  /** Job title. */
  | 'TITLE'
  /** Visits. */
  | 'VISITS'
  /** Web site. */
  | 'WEBSITE'
  /** Wished date. */
  | 'WISHED_DATE';

/** Which column fills which field. */
export type LeadImportMappingInput = {
  /** The column, from 0. */
  readonly column: number;
  /** The field. */
  readonly field: LeadImportField;
};

/** What a row becomes that only says it was not converted. */
export type LeadImportNotConverted =
  /** One that was contacted. */
  | 'CONTACTED'
  /** A lost one. */
  | 'LOST'
  /** A new lead. */
  | 'NEW';

/** An export whose columns are known. */
export type LeadImportPreset =
  /** The public lead-scoring data of X Education. */
  | 'X_EDUCATION';

/** How a file is read; what is absent is as it was found in the file. */
export type LeadImportSettingsInput = {
  /** The currency of amounts; the organization's when absent. */
  readonly currency?: string | null | undefined;
  /** What comes first in 3/4/2026; such dates are refused when absent. */
  readonly dateOrder?: DateOrder | null | undefined;
  /** What stands between cells. */
  readonly delimiter?: CsvDelimiter | null | undefined;
  /** Values that mean "nothing": Select, n/a. */
  readonly emptyValues?: ReadonlyArray<string> | null | undefined;
  /** How its bytes become characters. */
  readonly encoding?: TextEncoding | null | undefined;
  /** Which column fills which field; other columns are kept with the lead under their headers. */
  readonly mapping?: ReadonlyArray<LeadImportMappingInput> | null | undefined;
  /** What a row becomes that only says it was not converted; NEW when absent. */
  readonly notConverted?: LeadImportNotConverted | null | undefined;
  /** What to do with a lead that is there already; SKIP when absent. */
  readonly onDuplicate?: LeadImportDuplicatePolicy | null | undefined;
  /** Who gets the leads; nobody when absent. */
  readonly ownerId?: string | null | undefined;
  /** The source of rows that name none. */
  readonly source?: string | null | undefined;
  /** Tags for every lead of this import. */
  readonly tags?: ReadonlyArray<string> | null | undefined;
};

/** How far an import has come. */
export type LeadImportStatus =
  /** Somebody ended it; what was written stays. */
  | 'CANCELLED'
  /** Every row is done. */
  | 'DONE'
  /** It stopped and can be started again. */
  | 'FAILED'
  /** Rows are turned into leads. */
  | 'RUNNING'
  /** The file is here and waits for its settings. */
  | 'UPLOADED'
  /** The file is arriving. */
  | 'UPLOADING';

/** An uploaded file that is to become leads. */
export type StartLeadImportInput = {
  /** The import. */
  readonly id: string;
  /** How the file is read. */
  readonly settings?: LeadImportSettingsInput | null | undefined;
  /** The version you saw. */
  readonly version: number;
};

/** How the bytes of a file become characters. */
export type TextEncoding =
  /** UTF-8. */
  | 'UTF_8'
  /** UTF-16, high byte first. */
  | 'UTF_16BE'
  /** UTF-16, low byte first (Excel's "Unicode text"). */
  | 'UTF_16LE'
  /** Windows-1252, which holds Latin-1. */
  | 'WINDOWS_1252';

export type ImportStateFragment = { readonly id: string, readonly version: number, readonly createdAt: string, readonly fileName: string, readonly byteSize: string, readonly status: LeadImportStatus, readonly rowsTotal: number | null, readonly rowsDone: number, readonly rowsCreated: number, readonly rowsUpdated: number, readonly rowsUnchanged: number, readonly rowsSkipped: number, readonly rowsRefused: number, readonly failure: string | null, readonly startedAt: string | null, readonly finishedAt: string | null, readonly owner: { readonly id: string, readonly name: string } | null, readonly allowedMoves: ReadonlyArray<{ readonly move: string, readonly allowed: boolean, readonly reason: string | null }> };

export type ImportFileFragment = { readonly encoding: TextEncoding, readonly delimiter: CsvDelimiter, readonly preset: LeadImportPreset | null, readonly emptyValues: ReadonlyArray<string>, readonly columns: ReadonlyArray<{ readonly index: number, readonly name: string, readonly remark: string | null, readonly samples: ReadonlyArray<string> }>, readonly mapping: ReadonlyArray<{ readonly column: number, readonly field: LeadImportField }> };

export type LeadImportListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type LeadImportListQuery = { readonly leadImports: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly version: number, readonly createdAt: string, readonly fileName: string, readonly byteSize: string, readonly status: LeadImportStatus, readonly rowsTotal: number | null, readonly rowsDone: number, readonly rowsCreated: number, readonly rowsUpdated: number, readonly rowsUnchanged: number, readonly rowsSkipped: number, readonly rowsRefused: number, readonly failure: string | null, readonly startedAt: string | null, readonly finishedAt: string | null, readonly owner: { readonly id: string, readonly name: string } | null, readonly allowedMoves: ReadonlyArray<{ readonly move: string, readonly allowed: boolean, readonly reason: string | null }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type LeadImportQueryVariables = Exact<{
  id: string;
}>;


export type LeadImportQuery = { readonly leadImport: { readonly id: string, readonly version: number, readonly createdAt: string, readonly fileName: string, readonly byteSize: string, readonly status: LeadImportStatus, readonly rowsTotal: number | null, readonly rowsDone: number, readonly rowsCreated: number, readonly rowsUpdated: number, readonly rowsUnchanged: number, readonly rowsSkipped: number, readonly rowsRefused: number, readonly failure: string | null, readonly startedAt: string | null, readonly finishedAt: string | null, readonly detected: { readonly encoding: TextEncoding, readonly delimiter: CsvDelimiter, readonly preset: LeadImportPreset | null, readonly emptyValues: ReadonlyArray<string>, readonly columns: ReadonlyArray<{ readonly index: number, readonly name: string, readonly remark: string | null, readonly samples: ReadonlyArray<string> }>, readonly mapping: ReadonlyArray<{ readonly column: number, readonly field: LeadImportField }> } | null, readonly report: { readonly columns: ReadonlyArray<{ readonly name: string, readonly field: LeadImportField | null, readonly filled: number, readonly empty: number, readonly refused: number, readonly formulas: number, readonly refusedSamples: ReadonlyArray<string> }>, readonly refusals: ReadonlyArray<{ readonly problem: string, readonly rows: number }> } | null, readonly refusals: ReadonlyArray<{ readonly line: number, readonly problem: string, readonly cells: ReadonlyArray<string> }>, readonly owner: { readonly id: string, readonly name: string } | null, readonly allowedMoves: ReadonlyArray<{ readonly move: string, readonly allowed: boolean, readonly reason: string | null }> } | null };

export type LeadImportPreviewQueryVariables = Exact<{
  id: string;
  settings?: LeadImportSettingsInput | null | undefined;
}>;


export type LeadImportPreviewQuery = { readonly leadImportPreview: { readonly rowsRead: number, readonly rowsRefused: number, readonly detected: { readonly encoding: TextEncoding, readonly delimiter: CsvDelimiter, readonly preset: LeadImportPreset | null, readonly emptyValues: ReadonlyArray<string>, readonly columns: ReadonlyArray<{ readonly index: number, readonly name: string, readonly remark: string | null, readonly samples: ReadonlyArray<string> }>, readonly mapping: ReadonlyArray<{ readonly column: number, readonly field: LeadImportField }> }, readonly rows: ReadonlyArray<{ readonly line: number, readonly values: unknown, readonly extra: unknown, readonly refusedColumns: ReadonlyArray<number>, readonly formulaColumns: ReadonlyArray<number> }>, readonly refused: ReadonlyArray<{ readonly line: number, readonly problem: string, readonly cells: ReadonlyArray<string> }>, readonly report: { readonly columns: ReadonlyArray<{ readonly name: string, readonly field: LeadImportField | null, readonly filled: number, readonly empty: number, readonly refused: number, readonly formulas: number, readonly refusedSamples: ReadonlyArray<string> }> } } };

export type LeadFormsQueryVariables = Exact<{ [key: string]: never; }>;


export type LeadFormsQuery = { readonly leadForms: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string }> } };

export type StartLeadImportMutationVariables = Exact<{
  input: StartLeadImportInput;
}>;


export type StartLeadImportMutation = { readonly startLeadImport: { readonly leadImport: { readonly id: string, readonly version: number, readonly createdAt: string, readonly fileName: string, readonly byteSize: string, readonly status: LeadImportStatus, readonly rowsTotal: number | null, readonly rowsDone: number, readonly rowsCreated: number, readonly rowsUpdated: number, readonly rowsUnchanged: number, readonly rowsSkipped: number, readonly rowsRefused: number, readonly failure: string | null, readonly startedAt: string | null, readonly finishedAt: string | null, readonly owner: { readonly id: string, readonly name: string } | null, readonly allowedMoves: ReadonlyArray<{ readonly move: string, readonly allowed: boolean, readonly reason: string | null }> } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type CancelLeadImportMutationVariables = Exact<{
  input: CancelLeadImportInput;
}>;


export type CancelLeadImportMutation = { readonly cancelLeadImport: { readonly leadImport: { readonly id: string, readonly version: number, readonly createdAt: string, readonly fileName: string, readonly byteSize: string, readonly status: LeadImportStatus, readonly rowsTotal: number | null, readonly rowsDone: number, readonly rowsCreated: number, readonly rowsUpdated: number, readonly rowsUnchanged: number, readonly rowsSkipped: number, readonly rowsRefused: number, readonly failure: string | null, readonly startedAt: string | null, readonly finishedAt: string | null, readonly owner: { readonly id: string, readonly name: string } | null, readonly allowedMoves: ReadonlyArray<{ readonly move: string, readonly allowed: boolean, readonly reason: string | null }> } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export const ImportStateFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ImportState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadImport"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"byteSize"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rowsTotal"}},{"kind":"Field","name":{"kind":"Name","value":"rowsDone"}},{"kind":"Field","name":{"kind":"Name","value":"rowsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"rowsUpdated"}},{"kind":"Field","name":{"kind":"Name","value":"rowsUnchanged"}},{"kind":"Field","name":{"kind":"Name","value":"rowsSkipped"}},{"kind":"Field","name":{"kind":"Name","value":"rowsRefused"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"allowedMoves"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"move"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<ImportStateFragment, unknown>;
export const ImportFileFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ImportFile"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadImportFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"encoding"}},{"kind":"Field","name":{"kind":"Name","value":"delimiter"}},{"kind":"Field","name":{"kind":"Name","value":"preset"}},{"kind":"Field","name":{"kind":"Name","value":"emptyValues"}},{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"index"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"remark"}},{"kind":"Field","name":{"kind":"Name","value":"samples"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mapping"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"column"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]} as unknown as DocumentNode<ImportFileFragment, unknown>;
export const LeadImportListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LeadImportList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leadImports"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ImportState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ImportState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadImport"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"byteSize"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rowsTotal"}},{"kind":"Field","name":{"kind":"Name","value":"rowsDone"}},{"kind":"Field","name":{"kind":"Name","value":"rowsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"rowsUpdated"}},{"kind":"Field","name":{"kind":"Name","value":"rowsUnchanged"}},{"kind":"Field","name":{"kind":"Name","value":"rowsSkipped"}},{"kind":"Field","name":{"kind":"Name","value":"rowsRefused"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"allowedMoves"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"move"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<LeadImportListQuery, LeadImportListQueryVariables>;
export const LeadImportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LeadImport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leadImport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ImportState"}},{"kind":"Field","name":{"kind":"Name","value":"detected"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ImportFile"}}]}},{"kind":"Field","name":{"kind":"Name","value":"report"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"filled"}},{"kind":"Field","name":{"kind":"Name","value":"empty"}},{"kind":"Field","name":{"kind":"Name","value":"refused"}},{"kind":"Field","name":{"kind":"Name","value":"formulas"}},{"kind":"Field","name":{"kind":"Name","value":"refusedSamples"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problem"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"line"}},{"kind":"Field","name":{"kind":"Name","value":"problem"}},{"kind":"Field","name":{"kind":"Name","value":"cells"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ImportState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadImport"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"byteSize"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rowsTotal"}},{"kind":"Field","name":{"kind":"Name","value":"rowsDone"}},{"kind":"Field","name":{"kind":"Name","value":"rowsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"rowsUpdated"}},{"kind":"Field","name":{"kind":"Name","value":"rowsUnchanged"}},{"kind":"Field","name":{"kind":"Name","value":"rowsSkipped"}},{"kind":"Field","name":{"kind":"Name","value":"rowsRefused"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"allowedMoves"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"move"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ImportFile"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadImportFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"encoding"}},{"kind":"Field","name":{"kind":"Name","value":"delimiter"}},{"kind":"Field","name":{"kind":"Name","value":"preset"}},{"kind":"Field","name":{"kind":"Name","value":"emptyValues"}},{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"index"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"remark"}},{"kind":"Field","name":{"kind":"Name","value":"samples"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mapping"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"column"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]} as unknown as DocumentNode<LeadImportQuery, LeadImportQueryVariables>;
export const LeadImportPreviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LeadImportPreview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"settings"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LeadImportSettingsInput"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leadImportPreview"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"settings"},"value":{"kind":"Variable","name":{"kind":"Name","value":"settings"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"detected"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ImportFile"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"line"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"extra"}},{"kind":"Field","name":{"kind":"Name","value":"refusedColumns"}},{"kind":"Field","name":{"kind":"Name","value":"formulaColumns"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refused"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"line"}},{"kind":"Field","name":{"kind":"Name","value":"problem"}},{"kind":"Field","name":{"kind":"Name","value":"cells"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rowsRead"}},{"kind":"Field","name":{"kind":"Name","value":"rowsRefused"}},{"kind":"Field","name":{"kind":"Name","value":"report"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"filled"}},{"kind":"Field","name":{"kind":"Name","value":"empty"}},{"kind":"Field","name":{"kind":"Name","value":"refused"}},{"kind":"Field","name":{"kind":"Name","value":"formulas"}},{"kind":"Field","name":{"kind":"Name","value":"refusedSamples"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ImportFile"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadImportFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"encoding"}},{"kind":"Field","name":{"kind":"Name","value":"delimiter"}},{"kind":"Field","name":{"kind":"Name","value":"preset"}},{"kind":"Field","name":{"kind":"Name","value":"emptyValues"}},{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"index"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"remark"}},{"kind":"Field","name":{"kind":"Name","value":"samples"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mapping"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"column"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]} as unknown as DocumentNode<LeadImportPreviewQuery, LeadImportPreviewQueryVariables>;
export const LeadFormsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LeadForms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leadForms"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"active"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"BooleanValue","value":true}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]} as unknown as DocumentNode<LeadFormsQuery, LeadFormsQueryVariables>;
export const StartLeadImportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartLeadImport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StartLeadImportInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startLeadImport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leadImport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ImportState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ImportState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadImport"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"byteSize"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rowsTotal"}},{"kind":"Field","name":{"kind":"Name","value":"rowsDone"}},{"kind":"Field","name":{"kind":"Name","value":"rowsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"rowsUpdated"}},{"kind":"Field","name":{"kind":"Name","value":"rowsUnchanged"}},{"kind":"Field","name":{"kind":"Name","value":"rowsSkipped"}},{"kind":"Field","name":{"kind":"Name","value":"rowsRefused"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"allowedMoves"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"move"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<StartLeadImportMutation, StartLeadImportMutationVariables>;
export const CancelLeadImportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelLeadImport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelLeadImportInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelLeadImport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leadImport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ImportState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ImportState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadImport"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"byteSize"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rowsTotal"}},{"kind":"Field","name":{"kind":"Name","value":"rowsDone"}},{"kind":"Field","name":{"kind":"Name","value":"rowsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"rowsUpdated"}},{"kind":"Field","name":{"kind":"Name","value":"rowsUnchanged"}},{"kind":"Field","name":{"kind":"Name","value":"rowsSkipped"}},{"kind":"Field","name":{"kind":"Name","value":"rowsRefused"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"allowedMoves"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"move"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<CancelLeadImportMutation, CancelLeadImportMutationVariables>;
