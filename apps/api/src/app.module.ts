import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import { PresenceModule } from '@throughline/collaboration/presence';
import { type Config, ConfigModule } from '@throughline/platform/config';
import { DatabaseModule } from '@throughline/platform/database';
import { PlatformGraphqlModule } from '@throughline/platform/graphql';
import { type FrontDoor, HttpModule } from '@throughline/platform/http';
import { type Logger, ObservabilityModule } from '@throughline/platform/observability';
import { PassThroughModule, ReadModule } from '@throughline/platform/read';
import { RealtimeModule } from '@throughline/platform/realtime';
import { productFeatures } from '@throughline/product/features';
import type { DataSource } from 'typeorm';
import { HealthModule } from './health/health.module.js';

/** The product's features and what only the API adds to them. */
export const apiFeatures: NonNullable<ModuleMetadata['imports']> = [...productFeatures, RealtimeModule, PresenceModule];

/** What the process is made of before any module exists. */
export interface AppParts {
  config: Config;
  logger: Logger;
  dataSource: DataSource;
  frontDoor: FrontDoor;
  /** The product's own when absent; tests of the platform bring theirs. */
  features?: NonNullable<ModuleMetadata['imports']>;
}

/** Composition of the API process. */
@Module({})
export class AppModule {
  static forRoot({ config, logger, dataSource, frontDoor, features = apiFeatures }: AppParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot(config),
        ObservabilityModule.forRoot(logger),
        DatabaseModule.forRoot({ dataSource }),
        HttpModule.forRoot(frontDoor),
        ReadModule,
        HealthModule,
        ...features,
        PlatformGraphqlModule,
        PassThroughModule,
      ],
    };
  }
}
