import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import { Injectable } from '@nestjs/common';
import { getNamedType, getVariableValues, GraphQLObjectType, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { GraphqlExtensions, type GraphqlContext, RootFields } from '../../graphql/index.js';
import { type Actor, AppError, isId } from '../../kernel/index.js';
import { compileStatement, type ReadRequest } from '../compile/statement.js';
import type { ConnectionArguments } from '../model.js';
import { readRegistrations, type Registration } from '../reads.decorator.js';
import { Reader } from '../reader.js';
import { fragmentsOf, type OperationParts, rootFields, selectedField } from '../selection-of.js';
import { answerAliases } from './answer-aliases.js';
import { JsonText, textOfResult } from './json-text.js';

/** @nestjs/graphql keeps the field's name under a name it does not export. */
const NAME_KEY = 'graphql:resolver_name';

interface RootRead {
  readonly key: string;
  readonly request: ReadRequest;
}

/**
 * Answers queries made only of `@Reads` fields with the database's JSON text. It answers success only: whatever is refused,
 * missing or unusual is left to graphql-js, which comes to the same refusal and writes it as always.
 */
@Injectable()
export class PassThrough {
  private readonly registered = new Map<string, Registration>();

  constructor(
    extensions: GraphqlExtensions,
    private readonly access: RootFields,
    private readonly reader: Reader,
  ) {
    extensions.addPlugin(this.plugin());
    extensions.addResultText(textOfResult);
  }

  private plugin(): ApolloServerPlugin<GraphqlContext> {
    return {
      serverWillStart: ({ schema }) => {
        answerAliases(schema);
        this.collect(schema);
        return Promise.resolve();
      },
      requestDidStart: () => Promise.resolve({
        responseForOperation: async (context) => {
          const data = await this.answer(context);
          return data && { http: context.response.http, body: { kind: 'single', singleResult: { data: data as unknown as Record<string, unknown> } } };
        },
      }),
    };
  }

  private collect(schema: GraphQLSchema): void {
    const fields = schema.getQueryType()?.getFields() ?? {};
    for (const registration of readRegistrations()) {
      const handler = (registration.target as Record<string, object>)[registration.method] ?? {};
      const name = (Reflect.getMetadata(NAME_KEY, handler) as string | undefined) ?? registration.method;
      if (fields[name]) this.registered.set(name, registration);
    }
  }

  private async answer({ request, document, operation, schema, contextValue }: Operation): Promise<JsonText | null> {
    if (operation?.operation !== OperationTypeNode.QUERY || !request.http || !document) return null;
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
    const query = schema.getQueryType();
    if (!coerced || !query) return null;
    const parts: OperationParts = { schema, fragments: fragmentsOf(document), variables: coerced };
    try {
      const reads = this.readsOf(contextValue.actor, parts, query, operation.selectionSet);
      return reads && (await this.read(contextValue.actor, reads));
    } catch (error) {
      if (error instanceof AppError) return null;
      throw error;
    }
  }

  /** The operation's root fields as reads; null when one of them is none, or may not be called. */
  private readsOf(actor: Actor, parts: OperationParts, query: GraphQLObjectType, set: Parameters<typeof rootFields>[2]): RootRead[] | null {
    const reads: RootRead[] = [];
    for (const [key, nodes] of rootFields(parts, query, set)) {
      const name = nodes[0]?.name.value ?? '';
      const registration = this.registered.get(name);
      const field = query.getFields()[name];
      if (!registration || !field || this.access.refusal(actor, 'Query', name)) return null;
      if (!(getNamedType(field.type) instanceof GraphQLObjectType)) return null;
      const { args, selection } = selectedField(parts, query, key, nodes);
      if (!selection) return null;
      const { model, shape } = registration;
      if (shape === 'connection') reads.push({ key, request: { shape, model, args: args as ConnectionArguments, selection } });
      else if (isId(args['id'])) reads.push({ key, request: { shape, model, id: args['id'], selection } });
      else return null;
    }
    return reads;
  }

  private async read(actor: Actor, reads: readonly RootRead[]): Promise<JsonText | null> {
    const requests = reads.map(({ request }) => request);
    const compile = () => compileStatement(actor, requests, true);
    if (compile().needsExecution) return null;
    const texts = await this.reader.rawText(actor, compile);
    if (texts.some((text) => text === null)) return null;
    return new JsonText(`{${reads.map(({ key }, index) => `"${key}":${texts[index] ?? 'null'}`).join(',')}}`);
  }
}

type Operation = Pick<GraphQLRequestContext<GraphqlContext>, 'request' | 'document' | 'operation' | 'schema' | 'contextValue'>;
