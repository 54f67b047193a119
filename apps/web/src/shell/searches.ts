import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client';
import { FindCustomersDocument, FindDealsDocument, FindLeadsDocument, FindProjectsDocument, FindTicketsDocument } from '@/gql/shell/record-search';
import type { PaletteAction, PaletteSearch } from '@/kit/palette/actions';
import { staffNavigation } from './navigation';

/** A record search of the palette: who may use it, and how it asks. */
export interface SearchSource {
  id: string;
  group: string;
  permission: string;
  search: (client: ApolloClient, ...rest: Parameters<PaletteSearch['search']>) => ReturnType<PaletteSearch['search']>;
}

/** A search whose hits open at `<href>/<id>`; `href` is that of the navigation entry, without which the search is not offered. */
function source<TData, Node extends { id: string }>(
  href: string,
  group: string,
  permission: string,
  document: TypedDocumentNode<TData, { term: string }>,
  nodes: (data: TData) => readonly Node[],
  label: (node: Node) => string,
): SearchSource {
  return {
    id: href,
    group,
    permission,
    search: async (client, term, signal) => {
      const { data } = await client.query({
        query: document as TypedDocumentNode<TData, OperationVariables>,
        variables: { term },
        fetchPolicy: 'no-cache',
        context: { fetchOptions: { signal } },
      });
      return data ? nodes(data as TData).map((node): PaletteAction => ({ id: `${href}/${node.id}`, label: label(node), group, href: `${href}/${node.id}` })) : [];
    },
  };
}

const all = [
  source('/leads', 'Leads', 'lead.read', FindLeadsDocument, (data) => data.leads.nodes, ({ displayName, company }) => (company && company !== displayName ? `${displayName}, ${company}` : displayName)),
  source('/deals', 'Deals', 'deal.read', FindDealsDocument, (data) => data.deals.nodes, ({ number, name }) => `${number} ${name}`),
  source('/customers', 'Customers', 'customer.read', FindCustomersDocument, (data) => data.customers.nodes, ({ name }) => name),
  source('/tickets', 'Tickets', 'ticket.read', FindTicketsDocument, (data) => data.tickets.nodes, ({ number, title }) => `${number} ${title}`),
  source('/projects', 'Projects', 'project.read', FindProjectsDocument, (data) => data.projects.nodes, ({ number, name }) => `${number} ${name}`),
];

/** Searches over records that have a screen. */
export const searchSources: readonly SearchSource[] = all.filter(({ id }) => staffNavigation.some((entry) => entry.href === id));
