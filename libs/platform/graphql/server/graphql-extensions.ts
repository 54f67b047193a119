import type { ApolloServerPlugin } from '@apollo/server';
import { Injectable } from '@nestjs/common';
import type { GraphqlContext } from '../context/graphql-context.js';

/** Turns a result into its JSON text where it knows a faster way than `JSON.stringify`; undefined = not mine. */
export type ResultText = (result: object) => string | undefined;

/**
 * Where other parts of the platform hook into the server. Register from a provider's constructor: the server starts
 * when modules are initialized, after every constructor.
 */
@Injectable()
export class GraphqlExtensions {
  private readonly registeredPlugins: ApolloServerPlugin<GraphqlContext>[] = [];
  private readonly texts: ResultText[] = [];

  addPlugin(plugin: ApolloServerPlugin<GraphqlContext>): void {
    this.registeredPlugins.push(plugin);
  }

  addResultText(text: ResultText): void {
    this.texts.push(text);
  }

  get plugins(): readonly ApolloServerPlugin<GraphqlContext>[] {
    return this.registeredPlugins;
  }

  /** The JSON text of a result. */
  stringify(result: object): string {
    for (const text of this.texts) {
      const known = text(result);
      if (known !== undefined) return known;
    }
    return JSON.stringify(result);
  }
}
