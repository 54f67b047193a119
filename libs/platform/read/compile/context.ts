import type { Actor } from '../../kernel/index.js';
import { answerKey } from '../loaded.js';
import { ReadRules } from '../rules.js';
import { Parameters } from './parameters.js';

/** Computes what SQL could not, on a parsed record, list or page, in place. */
export type Finish = (value: unknown) => void;

/** What the parts of one statement share while it is compiled. */
export class CompileContext {
  readonly parameters: Parameters;
  readonly rules: ReadRules;
  /** Common table expressions: what is computed once for the whole statement. */
  readonly withs: string[] = [];
  /** Whether something was selected that only TypeScript can answer: then the text cannot be passed through. */
  needsExecution = false;
  /** Whether the values hold who asks, beyond what equal rights have in common. */
  personal = false;
  private aliases = 0;

  /**
   * @param forText the JSON goes to the client as it is, under the response keys; otherwise it is parsed, and an aliased
   * field lies under `alias:field`
   */
  constructor(
    readonly actor: Actor,
    readonly forText: boolean,
  ) {
    this.parameters = new Parameters(actor.organizationId);
    this.rules = new ReadRules(actor, this.parameters);
  }

  alias(): string {
    return `t${this.aliases++}`;
  }

  key(key: string, name: string): string {
    return this.forText ? key : answerKey(key, name);
  }
}
