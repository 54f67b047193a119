import { defineJob } from '@throughline/platform/jobs';

/** The row of `lead_import` says what to do and how far it is; tried again, it goes on where it was. */
export const runLeadImport = defineJob<{ importId: string }>('leadImport.run', { meaning: 'Turns the rows of an uploaded file into leads.' });
