import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import { Injectable } from '@nestjs/common';
import { getVariableValues, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { GraphqlExtensions, type GraphqlContext, RootFields } from '../../graphql/index.js';
import { type Actor, AppError, isId } from '../../kernel/index.js';
import { compileStatement, type ReadRequest, type Statement } from '../compile/statement.js';
import type { ConnectionArguments } from '../model.js';
import { readRegistrations, type Registration } from '../reads.decorator.js';
import { Reader } from '../reader.js';
import type { SelectedField } from '../selection.js';
import { fragmentsOf, selectionFromSets } from '../selection-of.js';
import { answerAliases } from './answer-aliases.js';
import { JsonText, textOfResult } from './json-text.js';
import { type Plan, PlanCache } from './plan-cache.js';

/** @nestjs/graphql keeps the field's name under a name it does not export. */
const NAME_KEY = 'graphql:resolver_name';

type Operation = Pick<GraphQLRequestContext<GraphqlContext>, 'request' | 'document' | 'operation' | 'schema' | 'contextValue'>;

/**
 * Answers queries made only of `@Reads` fields with the database's JSON text. It answers success only: whatever is refused,
 * missing or unusual is left to graphql-js, which comes to the same refusal and writes it as always.
 */
@Injectable()
export class PassThrough {
  private readonly registered = new Map<string, Registration>();
  private readonly plans = new PlanCache();

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

  /** @returns the JSON of `data`, or null when graphql-js has to answer */
  async answer(context: Operation): Promise<JsonText | null> {
    const { request, document, operation, contextValue: { actor } } = context;
    if (operation?.operation !== OperationTypeNode.QUERY || !request.http || !document) return null;
    try {
      const plan = this.plan(context, actor);
      if (!plan || plan.fields.some((field) => this.access.refusal(actor, 'Query', field))) return null;
      const texts = await this.reader.rawText(actor, plan.statement, () => this.compiled(context, actor));
      return texts.includes(null) ? null : new JsonText(`{${plan.keys.map((key, index) => `"${key}":${texts[index] ?? ''}`).join(',')}}`);
    } catch (error) {
      if (error instanceof AppError) return null;
      throw error;
    }
  }

  private plan(context: Operation, actor: Actor): Plan {
    const { document, request: { operationName, variables } } = context;
    const key = document && this.plans.key(actor, document, operationName, variables);
    const known = key === undefined ? undefined : this.plans.get(key);
    if (known !== undefined) return known;
    const plan = this.makePlan(context, actor);
    if (key !== undefined && !plan?.statement.personal) this.plans.set(key, plan);
    return plan;
  }

  /** The plan's statement under the rights as they are now. */
  private compiled(context: Operation, actor: Actor): Statement {
    const plan = this.makePlan(context, actor);
    if (!plan) throw new Error('A query that could be passed through cannot be any more.');
    // The rights of now may not even allow the field; the refusal is graphql-js's to write.
    const refused = plan.fields.map((field) => this.access.refusal(actor, 'Query', field)).find((each) => each !== null);
    if (refused) throw refused;
    return plan.statement;
  }

  /** @throws AppError what the read engine refuses */
  private makePlan({ schema, document, operation, request }: Operation, actor: Actor): Plan {
    const query = schema.getQueryType();
    const { coerced } = getVariableValues(schema, operation?.variableDefinitions ?? [], request.variables ?? {});
    if (!coerced || !query || !document || !operation) return null;
    const { fields } = selectionFromSets({ schema, fragments: fragmentsOf(document), variables: coerced }, query, [operation.selectionSet]);
    const requests: ReadRequest[] = [];
    for (const field of fields) {
      const read = this.readOf(field);
      if (!read) return null;
      requests.push(read);
    }
    const statement = compileStatement(actor, requests, true);
    return statement.needsExecution ? null : { statement, keys: fields.map(({ key }) => key), fields: fields.map(({ name }) => name) };
  }

  private readOf({ name, args, selection }: SelectedField): ReadRequest | null {
    const registration = this.registered.get(name);
    if (!registration || !selection) return null;
    if (registration.shape === 'figures') return { shape: 'figures', figures: registration.figures, args, selection };
    const { model, shape } = registration;
    if (shape === 'connection') return { shape, model, args: args as ConnectionArguments, selection };
    return isId(args['id']) ? { shape, model, id: args['id'], selection } : null;
  }
}
