import { createHash } from 'node:crypto';
import type { ApolloServerOptions } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import type { GraphqlContext } from '../context/graphql-context.js';
import type { InspectedOperation } from './inspected-operation.js';

type ApolloStore = NonNullable<ApolloServerOptions<GraphqlContext>['documentStore']>;

/** A document that is valid and within the limits. */
export interface KnownDocument {
  document: DocumentNode;
  operations: ReadonlyMap<string, InspectedOperation>;
}

const MAX_DOCUMENTS = 1_000;
/** Of all remembered texts together; a parsed document takes some fifty times its text. */
const MAX_CHARACTERS = 500_000;
const HASH_LENGTH = 64;

/**
 * Accepted documents by their text, the longest unused forgotten first. Our own screens send a few hundred; what others
 * send cannot fill the memory.
 */
export class KnownDocuments {
  private readonly byText = new Map<string, KnownDocument & { hash: string }>();
  private readonly byHash = new Map<string, DocumentNode>();
  private characters = 0;

  get(text: string): KnownDocument | undefined {
    const found = this.byText.get(text);
    if (!found) return undefined;
    // The map keeps the order of last use.
    this.byText.delete(text);
    this.byText.set(text, found);
    return found;
  }

  remember(text: string, known: KnownDocument): void {
    const hash = createHash('sha256').update(text).digest('hex');
    this.byText.set(text, { ...known, hash });
    this.byHash.set(hash, known.document);
    this.characters += text.length;
    for (const [oldest, { hash: itsHash }] of this.byText) {
      if (this.byText.size <= MAX_DOCUMENTS && this.characters <= MAX_CHARACTERS) return;
      this.byText.delete(oldest);
      this.byHash.delete(itsHash);
      this.characters -= oldest.length;
    }
  }

  get size(): number {
    return this.byText.size;
  }

  /**
   * The same documents for Apollo, which asks by the SHA-256 of the text at the end of its key: what the guard has parsed and
   * validated is not parsed and validated again, and not kept twice.
   */
  asApolloStore(): ApolloStore {
    return {
      get: (key) => Promise.resolve(this.byHash.get(key.slice(-HASH_LENGTH))),
      set: () => Promise.resolve(),
      delete: () => Promise.resolve(true),
    };
  }
}
