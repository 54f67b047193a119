import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import { AccessModule } from '@throughline/identity/access';
import { AuthModule } from '@throughline/identity/auth';
import { UsersModule } from '@throughline/identity/users';
import { OrganizationsModule } from '@throughline/identity/organizations';
import { DepartmentsModule } from '@throughline/identity/departments';
import { type Config, ConfigModule } from '@throughline/platform/config';
import { DatabaseModule } from '@throughline/platform/database';
import { PlatformGraphqlModule } from '@throughline/platform/graphql';
import { type FrontDoor, HttpModule } from '@throughline/platform/http';
import { type Logger, ObservabilityModule } from '@throughline/platform/observability';
import { JobsModule } from '@throughline/platform/jobs';
import { PassThroughModule, ReadModule } from '@throughline/platform/read';
import { RealtimeModule } from '@throughline/platform/realtime';
import type { DataSource } from 'typeorm';
import { CategoriesModule } from '@throughline/delivery/categories';
import { ProjectsModule } from '@throughline/delivery/projects';
import { TasksModule } from '@throughline/delivery/tasks';
import { TicketsModule } from '@throughline/delivery/tickets';
import { TimeModule } from '@throughline/delivery/time';
import { CatalogueModule } from '@throughline/sales/catalogue';
import { CustomersModule } from '@throughline/sales/customers';
import { DealsModule } from '@throughline/sales/deals';
import { LeadsModule } from '@throughline/sales/leads';
import { QuotesModule } from '@throughline/sales/quotes';
import { HealthModule } from './health/health.module.js';

/** The product's features, one line each; the order does not matter. */
export const productFeatures: NonNullable<ModuleMetadata['imports']> = [
  JobsModule,
  RealtimeModule,
  AccessModule,
  AuthModule,
  UsersModule,
  OrganizationsModule,
  DepartmentsModule,
  CustomersModule,
  LeadsModule,
  CatalogueModule,
  DealsModule,
  QuotesModule,
  TicketsModule,
  CategoriesModule,
  ProjectsModule,
  TasksModule,
  TimeModule,
];

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
  static forRoot({ config, logger, dataSource, frontDoor, features = productFeatures }: AppParts): DynamicModule {
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
