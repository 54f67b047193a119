import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';

/** Rows of one page unless the caller says otherwise, and the most a caller may ask for. */
export const DEFAULT_PAGE_SIZE = 50;
export const MAX_PAGE_SIZE = 200;

@ObjectType({ description: 'Where a page of a list ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more items follow.' })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'What to pass as "after" for the next page; null on an empty page.' })
  endCursor!: string | null;
}

/** An item with its place in the list. */
export interface Edge<Node> {
  cursor: string;
  node: Node;
}

/** One page of a list. */
export interface Connection<Node> {
  nodes: Node[];
  edges: Edge<Node>[];
  pageInfo: PageInfo;
  /** Counted only when it is selected. */
  totalCount: number;
}

/**
 * The page type of a list, with its edge type: `class LeadConnection extends Connection(Lead) {}` under
 * `@ObjectType({ description })`. GraphQL names are `<name>Edge` and whatever the subclass is called.
 *
 * @param node the GraphQL object type of the items
 * @param name its GraphQL name when it differs from the class name
 */
export function Connection<Node extends object>(node: Type<Node>, name: string = node.name): Type<Connection<Node>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} with its place in the list.` })
  class NodeEdge implements Edge<Node> {
    @Field(() => String, { description: 'The place of this item: pass it as "after" to continue behind it.' })
    cursor!: string;

    @Field(() => node, { description: 'The item.' })
    node!: Node;
  }

  @ObjectType({ isAbstract: true })
  abstract class NodeConnection implements Connection<Node> {
    @Field(() => [node], { description: 'The items of this page.' })
    nodes!: Node[];

    @Field(() => [NodeEdge], { description: 'The items of this page, each with its cursor.' })
    edges!: NodeEdge[];

    @Field(() => PageInfo, { description: 'Where this page ends.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many items the whole list has; counted only when asked for.' })
    totalCount!: number;
  }
  return NodeConnection as Type<Connection<Node>>;
}
