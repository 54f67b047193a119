import { Global, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config, ConfigError } from '../config/index.js';
import { Secrets } from './secrets.js';

/** Lets features seal values. A process whose master keys do not fit the database does not start. */
@Global()
@Module({ providers: [Secrets], exports: [Secrets] })
export class SecretsModule implements OnApplicationBootstrap {
  constructor(
    private readonly config: Config,
    private readonly dataSource: DataSource,
  ) {}

  /** @throws ConfigError naming the master key that is missing: better no start than secrets that nobody can open */
  async onApplicationBootstrap(): Promise<void> {
    const used = await this.dataSource.query<{ id: string }[]>('SELECT id FROM app.master_keys_in_use() AS id ORDER BY 1');
    const missing = used.filter(({ id }) => !this.config.masterKeys.some((key) => key.id === id));
    if (missing.length > 0) throw new ConfigError(missing.map(({ id }) => `MASTER_KEY must hold the key ${id}: data of this database is sealed with it.`));
  }
}
