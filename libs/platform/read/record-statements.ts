import { type Actor, type AppAbility, newId, switchesOff } from '../kernel/index.js';
import { compileStatement, type Statement } from './compile/statement.js';
import type { ReadModel } from './model.js';
import type { Selection } from './selection.js';

/** A statement that reads one record, and the place of its id among the values. */
interface Template {
  readonly statement: Statement;
  readonly at: number;
}

/**
 * Statements that read one record, by rights and selection: what a mutation reads back is the same but for the id, so it need
 * not be compiled again. Selections are the same object when a document comes again (`selectionOf`), abilities as long as
 * nobody changes the person's rights; a statement is forgotten with either.
 */
export class RecordStatements {
  private readonly known = new WeakMap<AppAbility, WeakMap<Selection, Map<string, Template>>>();

  /** @throws AppError what `compileStatement` refuses */
  of(actor: Actor, model: ReadModel, id: string, selection: Selection): Statement {
    const templates = this.templates(actor.ability, selection);
    // One ability serves every organization where it is the product's own; tests switch checks off.
    const key = `${model.name}|${actor.organizationId}|${switchesOff()}`;
    const known = templates.get(key);
    if (known) return withId(known, id);
    const place = newId();
    const statement = compileStatement(actor, [{ shape: 'one', model, id: place, selection }], false);
    const template = { statement, at: statement.values.indexOf(place) };
    if (canServeAgain(template)) templates.set(key, template);
    return withId(template, id);
  }

  private templates(ability: AppAbility, selection: Selection): Map<string, Template> {
    let bySelection = this.known.get(ability);
    if (!bySelection) this.known.set(ability, (bySelection = new WeakMap()));
    let templates = bySelection.get(selection);
    if (!templates) bySelection.set(selection, (templates = new Map()));
    return templates;
  }
}

/** What TypeScript finishes may look at who asks, and so may what is personal. */
function canServeAgain({ statement: { personal, finishes }, at }: Template): boolean {
  return !personal && at >= 0 && finishes.every((finish) => finish === null);
}

/** A statement that touches no table has no values. */
const withId = ({ statement, at }: Template, id: string): Statement => (at < 0 ? statement : { ...statement, values: statement.values.with(at, id) });
