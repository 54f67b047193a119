import { type FragmentDefinitionNode, Kind, type SelectionNode, type SelectionSetNode } from 'graphql';
import { invalid, tooMuch } from './operation-message.js';
import { LIMITS } from './limits.js';
import { type Summary, NOTHING, beside } from './summary.js';

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/**
 * Measures selections without spreading fragments out: each fragment is measured once, so a document whose fragments
 * double at every level takes no more time than its length.
 */
export class DocumentSummary {
  private readonly measured = new Map<string, Summary | 'open'>();

  constructor(private readonly fragments: Fragments) {}

  /**
   * @throws AppError VALIDATION_FAILED for fragments that contain themselves
   * @throws AppError LIMIT_EXCEEDED for one answer key repeated too often
   */
  of(set: SelectionSetNode | undefined): Summary {
    if (!set) return NOTHING;
    const keys = new Map<string, number>();
    let total = NOTHING;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const times = (keys.get(key) ?? 0) + 1;
        if (times > LIMITS.repeatedFields) {
          throw tooMuch(`The field "${key}" is selected more than ${LIMITS.repeatedFields} times in one place.`, { limit: 'repeatedFields', maximum: LIMITS.repeatedFields });
        }
        keys.set(key, times);
      }
      total = beside(total, this.selection(selection));
    }
    return total;
  }

  private selection(node: SelectionNode): Summary {
    const directives = node.directives?.length ?? 0;
    if (node.kind === Kind.FIELD) {
      const inner = this.of(node.selectionSet);
      return {
        depth: inner.depth + 1,
        fields: inner.fields + 1,
        aliases: inner.aliases + (node.alias ? 1 : 0),
        directives: inner.directives + directives,
      };
    }
    const inner = node.kind === Kind.INLINE_FRAGMENT ? this.of(node.selectionSet) : this.fragment(node.name.value);
    // A spread counts too: spreads of spreads without a single field would else cost nothing and double all the same.
    return { ...inner, fields: inner.fields + 1, directives: inner.directives + directives };
  }

  private fragment(name: string): Summary {
    const known = this.measured.get(name);
    if (known === 'open') throw invalid(`The fragment "${name}" contains itself.`);
    if (known) return known;
    this.measured.set(name, 'open');
    const summary = this.of(this.fragments.get(name)?.selectionSet);
    this.measured.set(name, summary);
    return summary;
  }
}
