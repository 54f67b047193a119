import { defineJob } from '@throughline/platform/jobs';

/** A scanner that is away for half an hour loses nothing. */
export const checkFile = defineJob<{ fileId: string }>('file.check', { meaning: 'Scans one uploaded file; writes pictures anew and makes their thumbnails.', attempts: 10, backOffMs: 4_000 });
