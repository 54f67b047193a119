import { Global, Module } from '@nestjs/common';
import { RefusalLog } from '@throughline/platform/access';
import { RefusalRecorder } from './refusals/refusal-recorder.js';

/** What happened, for those who have to know: refusals, the audit log, histories, the security monitor (AUD-01 to AUD-04). */
@Global()
@Module({
  providers: [RefusalRecorder, { provide: RefusalLog, useExisting: RefusalRecorder }],
  exports: [RefusalLog],
})
export class AuditModule {}
