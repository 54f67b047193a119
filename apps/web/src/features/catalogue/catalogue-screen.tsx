'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { CatalogueDocument, type CatalogueQuery } from '@/gql/catalogue/catalogue';
import { useConnection, useRecordChanges } from '@/graphql';
import { type Column, containing, DataTable, type FilterDef, flagged, PageHeader, sortOf, useListState, useNewParam } from '@/kit';
import { useCan } from '@/session';
import { Badge, Button, MoneyText, PercentText } from '@/ui';
import { serviceText } from '../shared/services';

// Fetched when they open.
const NewProductForm = dynamic(() => import('./product-form').then((module) => module.NewProductForm), { ssr: false });
const ProductForm = dynamic(() => import('./product-form').then((module) => module.ProductForm), { ssr: false });

export type ProductRow = CatalogueQuery['products']['nodes'][number];

const filters: FilterDef[] = [{ id: 'name', label: 'Name', type: 'text' }, { id: 'active', label: 'In use', type: 'flag' }];
const select = (data: CatalogueQuery) => data.products;
const rowId = (product: ProductRow) => product.id;

/** What the agency sells, with prices: what quotes are made of. */
export function CatalogueScreen() {
  const list = useListState(filters, { sort: 'NAME' });
  const [creating, setCreating] = useNewParam();
  const [open, setOpen] = useState<ProductRow | null>(null);
  const mayEdit = useCan('product.update');
  const source = useConnection(
    CatalogueDocument,
    { first: 50, after: list.after, filter: { name: containing(list.filters.name), active: flagged(list.filters.active) }, sort: sortOf(list.sort, ['NAME', 'SKU', 'PRICE_MINOR']) },
    select,
  );
  useRecordChanges({ subjects: ['product'], onChange: source.refetch, onResync: source.refetch });
  const columns: Column<ProductRow>[] = [
    { id: 'name', header: 'Article', width: 280, sort: 'NAME', cell: (product) => (mayEdit ? <button type="button" className="truncate font-medium underline-offset-3 hover:underline" onClick={() => setOpen(product)}>{product.name}</button> : product.name) },
    { id: 'state', header: 'State', width: 110, card: 'badge', cell: (product) => <Badge dot tone={product.active ? 'success' : 'neutral'}>{product.active ? 'In use' : 'Retired'}</Badge> },
    { id: 'sku', header: 'Number', width: 130, sort: 'SKU', cell: (product) => <span className="tabular">{product.sku}</span> },
    { id: 'service', header: 'Service', width: 150, card: 'none', cell: (product) => (product.categoryKey ? serviceText(product.categoryKey) : '–') },
    { id: 'price', header: 'Price', width: 130, align: 'end', sort: 'PRICE_MINOR', cell: (product) => <MoneyText money={product.price} /> },
    { id: 'unit', header: 'For one', width: 100, card: 'none', cell: (product) => product.unit },
    { id: 'tax', header: 'Tax', width: 80, align: 'end', card: 'none', cell: (product) => <PercentText basisPoints={product.taxBasisPoints} /> },
  ];
  const create = useCan('product.create') ? <Button variant="primary" onClick={() => setCreating(true)}>New article</Button> : null;
  return (
    <>
      <PageHeader title="Catalogue" actions={create} />
      <DataTable
        id="catalogue" what="articles" columns={columns} list={list} source={source} filters={filters} rowId={rowId} rowLabel={(product) => product.name}
        empty={{ title: 'Nothing to sell yet', text: 'Articles with a price make quotes quick to write.', action: create ?? undefined }}
      />
      {creating ? <NewProductForm onClose={() => setCreating(false)} onDone={source.refetch} /> : null}
      {open ? <ProductForm key={open.id} product={open} onClose={() => setOpen(null)} onDone={source.refetch} /> : null}
    </>
  );
}
