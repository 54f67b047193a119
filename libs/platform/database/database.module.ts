import { type DynamicModule, Global, type OnApplicationShutdown, Inject, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CommitSignal } from './commit-signal.js';
import { Numbers } from './numbers.js';
import { UnitOfWork } from './unit-of-work.js';

/** What `DatabaseModule` is made of. */
export interface DatabaseModuleOptions {
  /** The process's data source, not yet connected; the module connects it and closes it at the end. */
  dataSource: DataSource;
}

/** Gives every feature the data source, the unit of work and the commit signal. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  static forRoot({ dataSource }: DatabaseModuleOptions): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        {
          provide: DataSource,
          useFactory: async () => (dataSource.isInitialized ? dataSource : dataSource.initialize()),
        },
        UnitOfWork,
        CommitSignal,
        Numbers,
      ],
      exports: [DataSource, UnitOfWork, CommitSignal, Numbers],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
