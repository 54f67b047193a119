import {
  BREAK, type DocumentNode, type FieldNode, type FragmentDefinitionNode, getArgumentValues, getDirectiveValues, getNamedType, GraphQLIncludeDirective,
  GraphQLObjectType, type GraphQLResolveInfo, type GraphQLSchema, GraphQLSkipDirective, Kind, type SelectionNode, type SelectionSetNode, print, visit,
} from 'graphql';
import { refuse } from '../kernel/index.js';
import type { SelectedField, Selection } from './selection.js';

/** What is needed of a GraphQL operation to read selections from it. */
export interface OperationParts {
  schema: GraphQLSchema;
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  variables: Readonly<Record<string, unknown>>;
}

/** Selections that no variable changes, by the node they were read from and the path below it: documents come again, and their nodes with them. */
const fixed = new WeakMap<FieldNode, Map<string, Selection | null>>();

/**
 * The selection of the field that a resolver answers, with aliases, fragments, @include, @skip and variables resolved. It is the same
 * object for the same document, unless variables change it.
 *
 * @param childPath field below it, dot-separated, when the record is a part of the answer: `'lead'` in a payload
 * @returns an empty selection when the child is not selected
 */
export function selectionOf(info: GraphQLResolveInfo, childPath = ''): Selection {
  const [node, ...others] = info.fieldNodes;
  if (!node || others.length > 0) return readSelection(info, childPath);
  let known = fixed.get(node);
  if (!known) fixed.set(node, (known = new Map()));
  const found = known.get(childPath);
  if (found) return found;
  const selection = readSelection(info, childPath);
  if (found === undefined) known.set(childPath, usesVariables(node, info.fragments) ? null : selection);
  return selection;
}

/** Whether anything below a field depends on variables; its own arguments select nothing. */
function usesVariables({ selectionSet }: Pick<FieldNode, 'selectionSet'>, fragments: OperationParts['fragments'], seen = new Set<string>()): boolean {
  let uses = false;
  if (!selectionSet) return false;
  visit(selectionSet, {
    Variable: () => {
      uses = true;
      return BREAK;
    },
    FragmentSpread: ({ name: { value } }) => {
      const fragment = fragments[value];
      if (!fragment || seen.has(value)) return undefined;
      seen.add(value);
      uses = usesVariables(fragment, fragments, seen);
      return uses ? BREAK : undefined;
    },
  });
  return uses;
}

function readSelection(info: GraphQLResolveInfo, childPath: string): Selection {
  const parts: OperationParts = { schema: info.schema, fragments: info.fragments, variables: info.variableValues };
  let type = getNamedType(info.returnType);
  let nodes = info.fieldNodes;
  for (const step of childPath === '' ? [] : childPath.split('.')) {
    if (!(type instanceof GraphQLObjectType)) return { fields: [] };
    nodes = [...collect(parts, type, setsOf(nodes)).values()].flat().filter((node) => node.name.value === step);
    const field = type.getFields()[step];
    if (!field) throw new Error(`${type.name} has no field ${step}.`);
    type = getNamedType(field.type);
  }
  return type instanceof GraphQLObjectType ? selectionFrom(parts, type, nodes) : { fields: [] };
}

/** The selection below some nodes of the same field. */
function selectionFrom(parts: OperationParts, type: GraphQLObjectType, nodes: readonly FieldNode[]): Selection {
  return selectionFromSets(parts, type, setsOf(nodes));
}

/** The selection that some selection sets on one object type make together; the operation's own for its root fields. */
export function selectionFromSets(parts: OperationParts, type: GraphQLObjectType, sets: SelectionSetNode[]): Selection {
  const fields: SelectedField[] = [];
  for (const [key, group] of collect(parts, type, sets)) {
    // One response key is one field, except below a payload's record that is selected under two aliases.
    for (const same of byName(group)) fields.push(selectedField(parts, type, key, same));
  }
  return { fields };
}

export function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return fragments;
}

/** One field of a selection, from all nodes of its response key. */
function selectedField(parts: OperationParts, type: GraphQLObjectType, key: string, nodes: FieldNode[]): SelectedField {
  const [node] = nodes as [FieldNode];
  const name = node.name.value;
  // Of `__typename` there is nothing to select; `__schema` and `__type` are answered by graphql-js.
  if (name.startsWith('__')) return { key, name, args: {}, selection: null, typeName: type.name };
  const field = type.getFields()[name];
  if (!field) throw new Error(`${type.name} has no field ${name}.`);
  const written = new Set(nodes.map((each) => (each.arguments ?? []).map(print).sort().join()));
  if (written.size > 1) throw refuse('VALIDATION_FAILED', `"${key}" is selected with different arguments. Give each its own alias.`);
  const args = field.args.length > 0 ? getArgumentValues(field, node, parts.variables) : {};
  const below = getNamedType(field.type);
  return { key, name, args, selection: below instanceof GraphQLObjectType ? selectionFrom(parts, below, nodes) : null };
}

function setsOf(nodes: readonly FieldNode[]): SelectionSetNode[] {
  return nodes.flatMap((node) => node.selectionSet ?? []);
}

function byName(nodes: FieldNode[]): FieldNode[][] {
  const [first, ...rest] = nodes as [FieldNode, ...FieldNode[]];
  if (rest.every((node) => node.name.value === first.name.value)) return [nodes];
  const groups = new Map<string, FieldNode[]>();
  for (const node of nodes) groups.set(node.name.value, [...(groups.get(node.name.value) ?? []), node]);
  return [...groups.values()];
}

/** CollectFields of the GraphQL specification, for one object type. */
function collect(parts: OperationParts, type: GraphQLObjectType, sets: SelectionSetNode[]): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  const visit = (set: SelectionSetNode): void => {
    for (const node of set.selections) {
      if (!included(parts, node)) continue;
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        const group = fields.get(key);
        if (group) group.push(node);
        else fields.set(key, [node]);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        if (applies(parts, type, node.typeCondition?.name.value)) visit(node.selectionSet);
      } else if (!visited.has(node.name.value)) {
        visited.add(node.name.value);
        const fragment = parts.fragments[node.name.value];
        if (fragment && applies(parts, type, fragment.typeCondition.name.value)) visit(fragment.selectionSet);
      }
    }
  };
  sets.forEach(visit);
  return fields;
}

function applies(parts: OperationParts, type: GraphQLObjectType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wanted = parts.schema.getType(condition);
  return wanted !== undefined && 'resolveType' in wanted && parts.schema.isSubType(wanted, type);
}

function included(parts: OperationParts, node: SelectionNode): boolean {
  if (!node.directives || node.directives.length === 0) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, parts.variables)?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, parts.variables)?.['if'] !== false;
}
