import { type DocumentNode, type FieldNode, type GraphQLSchema, Kind, type OperationDefinitionNode, type SelectionSetNode, type ValueNode, visit } from 'graphql';
import type { Fragments } from './document-summary.js';
import { CostMeter, type SizeOf } from './cost.js';
import { LIMITS } from './limits.js';
import { invalid, type OperationMessage, tooMuch } from './operation-message.js';

/** One operation of a document, with what has to be looked at again when its variables are known. */
export class InspectedOperation {
  /** Fields of the root type, fragments spread out. */
  readonly rootFields: readonly FieldNode[];
  readonly readsSchema: boolean;
  private readonly pageSizes: readonly ValueNode[];
  private readonly costAtMost: number;

  constructor(
    private readonly schema: GraphQLSchema,
    readonly document: DocumentNode,
    readonly node: OperationDefinitionNode,
    private readonly fragments: Fragments,
  ) {
    this.rootFields = rootFieldsOf(node.selectionSet, fragments);
    this.readsSchema = this.rootFields.some(({ name }) => name.value === '__schema' || name.value === '__type');
    this.pageSizes = pageSizesOf(document);
    for (const value of this.pageSizes) if (value.kind === Kind.INT) checkPageSize(Number(value.value));
    this.costAtMost = this.cost((value) => (value?.kind === Kind.INT ? Number(value.value) : LIMITS.pageSize));
  }

  get type(): OperationDefinitionNode['operation'] {
    return this.node.operation;
  }

  /** Whether a root field must be the only one: sign-in and the like (`@Alone()`). */
  get aloneField(): string | undefined {
    const fields = this.schema.getRootType(this.type)?.getFields();
    return this.rootFields.find(({ name }) => fields?.[name.value]?.extensions['alone'] === true)?.name.value;
  }

  /**
   * Page sizes and cost with the variables of this request.
   *
   * @throws AppError VALIDATION_FAILED or LIMIT_EXCEEDED
   */
  checkVariables({ variables }: OperationMessage): void {
    const sizeOf = (value: ValueNode | undefined): number => {
      const size = value?.kind === Kind.VARIABLE ? this.variable(value.name.value, variables) : value?.kind === Kind.INT ? Number(value.value) : undefined;
      return typeof size === 'number' ? size : LIMITS.pageSize;
    };
    for (const value of this.pageSizes) checkPageSize(sizeOf(value));
    if (this.costAtMost <= LIMITS.cost) return;
    const found = this.cost(sizeOf);
    if (found > LIMITS.cost) {
      throw tooMuch(`This operation could touch ${Math.round(found)} records; ${LIMITS.cost} is the most. Ask for smaller pages or fewer levels.`, {
        limit: 'cost', maximum: LIMITS.cost, found: Math.round(found),
      });
    }
  }

  private cost(sizeOf: SizeOf): number {
    return new CostMeter(this.schema, this.fragments, sizeOf).of(this.node);
  }

  private variable(name: string, variables: OperationMessage['variables']): unknown {
    if (Object.hasOwn(variables, name)) return variables[name];
    const value = this.node.variableDefinitions?.find(({ variable }) => variable.name.value === name)?.defaultValue;
    return value?.kind === Kind.INT ? Number(value.value) : undefined;
  }
}

function checkPageSize(size: number): void {
  if (size > LIMITS.pageSize) {
    throw tooMuch(`A page may have at most ${LIMITS.pageSize} items.`, { limit: 'pageSize', maximum: LIMITS.pageSize, found: size });
  }
  if (size < 0) throw invalid('A page size may not be negative.', 'first');
}

function rootFieldsOf(set: SelectionSetNode, fragments: Fragments): FieldNode[] {
  const found: FieldNode[] = [];
  // Fragments are measured before: their spread-out size is bounded and none contains itself.
  const collect = (selections: SelectionSetNode | undefined): void => {
    for (const node of selections?.selections ?? []) {
      if (node.kind === Kind.FIELD) found.push(node);
      else collect(node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragments.get(node.name.value)?.selectionSet);
    }
  };
  collect(set);
  return found;
}

function pageSizesOf(document: DocumentNode): ValueNode[] {
  const found: ValueNode[] = [];
  visit(document, {
    Argument: ({ name, value }) => {
      if (name.value === 'first' || name.value === 'last') found.push(value);
    },
  });
  return found;
}
