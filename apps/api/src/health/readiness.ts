import { Inject, Injectable } from '@nestjs/common';
import { FrontDoor } from '@throughline/platform/http';
import { LOGGER, type Logger } from '@throughline/platform/observability';
import { DataSource } from 'typeorm';
import { migrations } from '../../../../ormconfig.js';

const DATABASE_TIMEOUT_MS = 3_000;

export interface ReadinessReport {
  status: 'ready' | 'not ready';
  checks: { accepting: boolean; database: boolean; migrations: boolean };
}

/** Whether this process can serve requests now. */
@Injectable()
export class Readiness {
  constructor(
    private readonly dataSource: DataSource,
    private readonly frontDoor: FrontDoor,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async check(): Promise<ReadinessReport> {
    const applied = await this.appliedMigrations();
    const checks = {
      accepting: !this.frontDoor.isDraining,
      database: applied !== null,
      migrations: applied !== null && wanted.every((name) => applied.has(name)),
    };
    return { status: Object.values(checks).every(Boolean) ? 'ready' : 'not ready', checks };
  }

  /** Names of the migrations in the database; null when it does not answer in time. */
  private async appliedMigrations(): Promise<Set<string> | null> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(new Error('The database did not answer in time.')), DATABASE_TIMEOUT_MS);
    });
    try {
      const rows = await Promise.race([this.dataSource.query<{ name: string }[]>('SELECT name FROM app.applied_migrations()'), late]);
      return new Set(rows.map(({ name }) => name));
    } catch (error) {
      this.logger.warn({ err: error }, 'not ready: the database does not answer');
      return null;
    } finally {
      clearTimeout(timer);
    }
  }
}

const wanted = (migrations as { name: string }[]).map(({ name }) => name);
