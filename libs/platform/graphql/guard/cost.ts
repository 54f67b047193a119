import {
  type ArgumentNode, type FieldNode, type GraphQLField, type GraphQLNamedType, type GraphQLSchema, Kind, type OperationDefinitionNode,
  type SelectionSetNode, type ValueNode, getNamedType, isCompositeType, isInterfaceType, isListType, isNonNullType, isObjectType,
} from 'graphql';
import { DEFAULT_PAGE_SIZE } from '../types/connection.js';
import type { Fragments } from './document-summary.js';
import { LIMITS } from './limits.js';

const PAGE_ARGUMENTS = new Set(['first', 'last']);
/** Answering from the schema itself touches no record; graphql-js bounds its nesting. */
const INTROSPECTION_COST = 100;

/** Cost of a selection: a part that stays, and a part for each item of the page it is selected on. */
interface Cost {
  fixed: number;
  perItem: number;
}

/** A page size somewhere in an operation, as the document writes it. */
export type SizeOf = (value: ValueNode | undefined) => number;

/**
 * How many records an operation could at most touch: objects count one, lists multiply (by their page size where they
 * have one). `@Extensions({ cost, listSize })` on a field says otherwise.
 */
export class CostMeter {
  private readonly fragmentCosts = new Map<string, Cost>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Fragments,
    private readonly sizeOf: SizeOf,
  ) {}

  of(operation: OperationDefinitionNode): number {
    const { fixed, perItem } = this.selections(operation.selectionSet, this.schema.getRootType(operation.operation) ?? undefined);
    return fixed + perItem;
  }

  private selections(set: SelectionSetNode | undefined, parent: GraphQLNamedType | undefined): Cost {
    const total: Cost = { fixed: 0, perItem: 0 };
    for (const node of set?.selections ?? []) {
      const cost = node.kind === Kind.FIELD ? this.field(node, parent)
        : node.kind === Kind.FRAGMENT_SPREAD ? this.fragment(node.name.value)
        : this.selections(node.selectionSet, node.typeCondition ? this.schema.getType(node.typeCondition.name.value) : parent);
      total.fixed += cost.fixed;
      total.perItem += cost.perItem;
    }
    return total;
  }

  private fragment(name: string): Cost {
    const known = this.fragmentCosts.get(name);
    if (known) return known;
    const definition = this.fragments.get(name);
    const cost = this.selections(definition?.selectionSet, definition && this.schema.getType(definition.typeCondition.name.value));
    this.fragmentCosts.set(name, cost);
    return cost;
  }

  private field(node: FieldNode, parent: GraphQLNamedType | undefined): Cost {
    if (node.name.value.startsWith('__')) return { fixed: node.selectionSet ? INTROSPECTION_COST : 0, perItem: 0 };
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    // Unknown fields are validation's business.
    if (!field) return { fixed: 0, perItem: 0 };
    const type = getNamedType(field.type);
    const inner = this.selections(node.selectionSet, type);
    const own = numberOf(field.extensions['cost']) ?? (isCompositeType(type) ? 1 : 0);
    if (isPaged(field)) {
      const size = this.pageSize(field, node.arguments ?? []);
      return { fixed: own + inner.fixed + size * inner.perItem, perItem: 0 };
    }
    const nullable = isNonNullType(field.type) ? field.type.ofType : field.type;
    if (!isListType(nullable) || !isCompositeType(type)) return { fixed: own + inner.fixed, perItem: inner.perItem };
    const each = own + inner.fixed + inner.perItem;
    const listSize = numberOf(field.extensions['listSize']);
    // A list on a page type (`nodes`, `edges`) is as long as the page; how long that is, the paged field above knows.
    if (parent?.name.endsWith('Connection') && listSize === undefined) return { fixed: 0, perItem: each };
    return { fixed: (listSize ?? LIMITS.assumedListSize) * each, perItem: 0 };
  }

  private pageSize(field: GraphQLField<unknown, unknown>, given: readonly ArgumentNode[]): number {
    const argument = given.find(({ name }) => PAGE_ARGUMENTS.has(name.value));
    if (argument) return this.sizeOf(argument.value);
    return numberOf(field.args.find(({ name }) => name === 'first')?.defaultValue) ?? DEFAULT_PAGE_SIZE;
  }
}

export const isPaged = (field: GraphQLField<unknown, unknown>): boolean => field.args.some(({ name }) => PAGE_ARGUMENTS.has(name));

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
