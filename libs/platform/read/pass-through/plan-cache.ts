import type { DocumentNode } from 'graphql';
import { type Actor, switchesOff } from '../../kernel/index.js';
import type { Statement } from '../compile/statement.js';

/** How an operation is answered: the statement and where its texts go; null when graphql-js has to. */
export type Plan = { readonly statement: Statement; readonly keys: readonly string[]; readonly fields: readonly string[] } | null;

/** Entries kept; each is a few kilobytes. */
const CAPACITY = 500;
/** Variables longer than this are not likely to come again. */
const LONGEST_VARIABLES = 2_000;

/**
 * Plans of operations that came before with the same variables and the same rights: reloads, polling, the first page of every
 * list. Compiling costs about a tenth of a list's CPU (docs/adr/0003-reads.md). Equal ability versions mean equal rights, so a plan
 * never outlives the rights it was made from.
 */
export class PlanCache {
  private readonly plans = new Map<string, Plan>();
  private readonly documents = new WeakMap<DocumentNode, number>();
  private lastDocument = 0;

  constructor(private readonly capacity = CAPACITY) {}

  /** @returns undefined when these variables are not worth keeping */
  key(actor: Actor, document: DocumentNode, operationName: string | null | undefined, variables: object | undefined): string | undefined {
    const written = variables ? JSON.stringify(variables) : '';
    if (written.length > LONGEST_VARIABLES) return undefined;
    let number = this.documents.get(document);
    if (number === undefined) this.documents.set(document, (number = ++this.lastDocument));
    return `${number}|${operationName ?? ''}|${actor.organizationId}|${actor.abilityVersion}|${switchesOff()}|${written}`;
  }

  /** @returns undefined when there is no plan yet */
  get(key: string): Plan | undefined {
    const plan = this.plans.get(key);
    if (plan === undefined) return undefined;
    // Last used, last dropped.
    this.plans.delete(key);
    this.plans.set(key, plan);
    return plan;
  }

  set(key: string, plan: Plan): void {
    this.plans.set(key, plan);
    if (this.plans.size > this.capacity) this.plans.delete(this.plans.keys().next().value ?? '');
  }

  get size(): number {
    return this.plans.size;
  }
}
