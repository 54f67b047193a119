import { defineJob } from '@throughline/platform/jobs';

/** `version` is that of the rules; tried again, it finds what is left to do. */
export const rescoreLeads = defineJob<{ version: number }>('lead.rescore', { meaning: 'Counts the scores of open leads anew after their rules changed.' });
