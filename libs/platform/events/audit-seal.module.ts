import { Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../config/index.js';
import { defineSchedule, HandlesSchedule, type ScheduleHandler } from '../jobs/index.js';
import { LOGGER, type Logger } from '../observability/index.js';
import { auditPlace } from './seal/audit-place.js';
import { HeadSigner } from './seal/head-signer.js';

/** What the chain has gained since the last signed head could still be re-written unnoticed; so not too seldom. */
const signHeads = defineSchedule('audit.sign', { meaning: 'Signs the heads of the event chains outside the database.', everyMs: 5 * 60_000 });

/** null where no folder is configured. */
const SIGNER = Symbol('head signer');

@Injectable()
@HandlesSchedule(signHeads)
class SignHeads implements ScheduleHandler, OnApplicationShutdown {
  constructor(
    @Inject(SIGNER) private readonly signer: HeadSigner | null,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async run(): Promise<void> {
    await this.signer?.sign();
  }

  /** The relay has stopped: what it chained last is signed too. */
  async onApplicationShutdown(): Promise<void> {
    await this.signer?.sign().catch((error: unknown) => this.logger.warn({ err: error }, 'audit: the last heads could not be signed'));
  }
}

/** Signs the heads of the event chains; the worker process has it, beside `RelayModule`. */
@Module({
  providers: [
    SignHeads,
    {
      provide: SIGNER,
      useFactory: ({ databaseUrls, audit }: Config, logger: Logger): HeadSigner | null => {
        const place = auditPlace(audit, true);
        if (!place?.key) {
          logger.warn('audit: heads of the event chains are not signed; set AUDIT_DIR (and AUDIT_KEY) to a folder outside the database');
          return null;
        }
        return new HeadSigner({ key: place.key, folder: place.folder, print: place.print, connectionString: databaseUrls.relay, logger });
      },
      inject: [Config, LOGGER],
    },
  ],
})
export class AuditSealModule {}
