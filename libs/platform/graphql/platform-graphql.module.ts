import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { PermissionGuard } from './access/permission.guard.js';
import { RootFields } from './access/root-fields.js';
import { ErrorFilter } from './errors/error.filter.js';
import { OperationGate } from './guard/operation-gate.js';
import { buildSchemaOptions, fillPayloadErrors } from './schema-options.js';
import { GraphqlDriver } from './server/graphql.driver.js';
import { GraphqlExtensions } from './server/graphql-extensions.js';
import { OpenSockets } from './server/open-sockets.js';
import { createValidationPipe } from './validation/validation.pipe.js';

/** Parts that the driver and other features inject. */
@Global()
@Module({
  providers: [
    RootFields, OperationGate, GraphqlExtensions, OpenSockets,
    { provide: APP_GUARD, useClass: PermissionGuard },
    { provide: APP_FILTER, useClass: ErrorFilter },
    { provide: APP_PIPE, useFactory: createValidationPipe },
  ],
  exports: [RootFields, OperationGate, GraphqlExtensions, OpenSockets],
})
class GraphqlPartsModule {}

/** GraphQL over HTTP and WebSocket with everything that stands before and behind it. Import once, in the API. */
@Module({
  imports: [
    GraphqlPartsModule,
    GraphQLModule.forRoot({
      driver: GraphqlDriver,
      path: '/graphql',
      autoSchemaFile: true,
      sortSchema: true,
      fieldResolverEnhancers: [],
      buildSchemaOptions,
      transformSchema: fillPayloadErrors,
    }),
  ],
})
export class PlatformGraphqlModule {}
