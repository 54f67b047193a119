'use client';
import { useQuery } from '@apollo/client/react';
import { CatalogueChoicesDocument, CreateProductDocument, UpdateProductDocument } from '@/gql/catalogue/catalogue';
import { FormDialog, MoneyField, NumberField, SelectField, SwitchField, TextAreaField, TextField, useMutationForm } from '@/kit';
import { notify } from '@/ui';
import { HistoryButton } from '../history/history-button';
import type { ProductRow } from './catalogue-screen';

const HUNDREDTHS = 100;
const NONE = 'NONE';

/** Something new to sell; its article number stays. */
export function NewProductForm({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const { data } = useQuery(CatalogueChoicesDocument);
  const currency = data?.organizationCurrency.currency ?? 'USD';
  const form = useMutationForm({
    document: CreateProductDocument,
    defaults: { sku: '', name: '', description: '', category: NONE, price: null as string | null, unit: 'piece', tax: 0 as number | null },
    variables: ({ sku, name, description, category, price, unit, tax }: { sku: string; name: string; description: string; category: string; price: string | null; unit: string; tax: number | null }) => ({
      input: {
        sku: sku.trim(), name: name.trim(), description: description.trim() || null, categoryKey: category === NONE ? null : category, price: { amountMinor: price ?? '0', currency }, unit: unit.trim(),
        taxBasisPoints: Math.round((tax ?? 0) * HUNDREDTHS),
      },
    }),
    select: (answer) => answer.createProduct,
    paths: { categoryKey: 'category', taxBasisPoints: 'tax', 'price.amountMinor': 'price' },
    onDone: () => {
      notify.success('Added to the catalogue');
      onDone();
      onClose();
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} title="New article" submitLabel="Add to the catalogue" form={form}>
      <TextField name="name" label="Name" required autoFocus maxLength={200} placeholder="Website care, monthly" />
      <TextField name="sku" label="Article number" required maxLength={50} className="max-w-56" />
      <TextAreaField name="description" label="What is included" rows={3} />
      <SelectField name="category" label="Service" options={[{ value: NONE, label: 'None' }, ...(data?.serviceCategories.nodes ?? []).map(({ key, name }) => ({ value: key, label: name }))]} />
      <div className="grid gap-3 sm:grid-cols-3">
        <MoneyField name="price" label="Price" currency={currency} required />
        <TextField name="unit" label="For one" required maxLength={30} placeholder="piece, hour, month" />
        <NumberField name="tax" label="Tax" unit="%" min={0} max={100} step={0.01} />
      </div>
    </FormDialog>
  );
}

/** What of an article may change: quotes that were written keep what they say. */
export function ProductForm({ product, onClose, onDone }: { product: ProductRow; onClose: () => void; onDone: () => void }) {
  const form = useMutationForm({
    document: UpdateProductDocument,
    defaults: { name: product.name, price: product.price.amountMinor as string | null, active: product.active },
    variables: ({ name, price, active }: { name: string; price: string | null; active: boolean }) => ({
      input: { id: product.id, version: product.version, name: name.trim(), price: { amountMinor: price ?? '0', currency: product.price.currency }, active },
    }),
    select: (answer) => answer.updateProduct,
    paths: { 'price.amountMinor': 'price' },
    onDone: () => {
      notify.success('Article saved');
      onDone();
      onClose();
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} title={product.name} description={`Article ${product.sku}, for one ${product.unit}. Quotes that were written keep their price.`} submitLabel="Save article" form={form}>
      <TextField name="name" label="Name" required maxLength={200} />
      <MoneyField name="price" label="Price" currency={product.price.currency} required className="max-w-56" />
      <SwitchField name="active" label="It can be put on new quotes" />
      <HistoryButton
        subject="product" id={product.id} name={product.name}
        onRestored={() => {
          onDone();
          onClose();
        }}
      />
    </FormDialog>
  );
}
