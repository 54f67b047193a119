import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled, ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled, ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { Inject, Injectable } from '@nestjs/common';
import { AbstractGraphQLDriver, type GqlModuleOptions } from '@nestjs/graphql';
import type {} from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { Config } from '../../config/index.js';
import { FrontDoor } from '../../http/index.js';
import { LOGGER, type Logger } from '../../observability/index.js';
import { RootFields } from '../access/root-fields.js';
import type { GraphqlContext } from '../context/graphql-context.js';
import { LIMITS } from '../guard/limits.js';
import { OperationGate } from '../guard/operation-gate.js';
import { errorPlugin, formatError } from './error-plugin.js';
import { GraphqlExtensions } from './graphql-extensions.js';
import { registerEndpoint } from './http-endpoint.js';
import { OpenSockets } from './open-sockets.js';
import { WebSocketEndpoint } from './websocket-endpoint.js';

/** Lets Nest build the schema and serves it: Apollo behind our own guard on Fastify. */
@Injectable()
export class GraphqlDriver extends AbstractGraphQLDriver {
  private apollo: ApolloServer<GraphqlContext> | null = null;
  private sockets: WebSocketEndpoint | null = null;

  constructor(
    private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly gate: OperationGate,
    private readonly rootFields: RootFields,
    private readonly extensions: GraphqlExtensions,
    private readonly frontDoor: FrontDoor,
    private readonly openSockets: OpenSockets,
  ) {
    super();
  }

  /** @throws Error when a root field declares no access: the process does not start */
  async start({ schema }: GqlModuleOptions): Promise<void> {
    if (!schema) throw new Error('There is no GraphQL schema.');
    this.rootFields.check(schema);
    const documents = this.gate.useSchema(schema);
    const apollo = new ApolloServer<GraphqlContext>({
      schema,
      // Who may read the schema is the gate's decision.
      introspection: true,
      csrfPrevention: true,
      allowBatchedHttpRequests: false,
      persistedQueries: false,
      includeStacktraceInErrorResponses: false,
      hideSchemaDetailsFromClientErrors: this.config.environment === 'production',
      parseOptions: { maxTokens: LIMITS.tokens },
      documentStore: documents.asApolloStore(),
      stopOnTerminationSignals: false,
      formatError,
      stringifyResult: (result) => this.extensions.stringify(result),
      logger: { debug: () => undefined, info: () => undefined, warn: (text: string) => this.logger.warn(text), error: (text: string) => this.logger.error(text) },
      plugins: [
        ApolloServerPluginLandingPageDisabled(), ApolloServerPluginCacheControlDisabled(), ApolloServerPluginInlineTraceDisabled(),
        ApolloServerPluginSchemaReportingDisabled(), ApolloServerPluginUsageReportingDisabled(),
        errorPlugin(this.logger), ...this.extensions.plugins,
      ],
    });
    await apollo.start();
    this.apollo = apollo;
    const fastify = this.httpAdapterHost.httpAdapter.getInstance<FastifyInstance>();
    registerEndpoint(fastify, { apollo, gate: this.gate, config: this.config, logger: this.logger });
    this.listenForSockets(schema, fastify);
  }

  private listenForSockets(schema: GraphQLSchema, fastify: FastifyInstance): void {
    const { config, logger, gate, openSockets } = this;
    const parseCookies = (header: string): Record<string, string | undefined> => fastify.parseCookie(header);
    const sockets = new WebSocketEndpoint({ schema, gate, logger, config, openSockets, parseCookies });
    this.frontDoor.onUpgrade('/graphql', (...upgrade) => sockets.upgrade(...upgrade));
    this.sockets = sockets;
  }

  async stop(): Promise<void> {
    await this.sockets?.close();
    await this.apollo?.stop();
  }
}
