'use client';
import { useApolloClient } from '@apollo/client/react';
import { Plus, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { QuoteProductsDocument, type QuoteProductsQuery } from '@/gql/quotes/quotes';
import { MoneyField, TextField } from '@/kit';
import { Button, Combobox } from '@/ui';
import { emptyLine, type QuoteValues } from './quote-values';

type Product = QuoteProductsQuery['products']['nodes'][number];

/** The positions of a quote: choose from the catalogue, or write freely. */
export function QuoteLinesField({ currency }: { currency: string }) {
  const client = useApolloClient();
  const known = useRef(new Map<string, Product>());
  const { control, setValue, watch } = useFormContext<QuoteValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'lines' });
  const lines = watch('lines');

  const findProducts = async (term: string) => {
    const { data } = await client.query({ query: QuoteProductsDocument, variables: { search: term || undefined } });
    const products = data?.products.nodes ?? [];
    for (const product of products) known.current.set(product.id, product);
    return products.map((product) => ({ value: product.id, label: product.name, hint: `per ${product.unit}` }));
  };
  const take = (index: number, id: string | undefined) => {
    const product = id ? known.current.get(id) : undefined;
    if (!product) return;
    setValue(`lines.${index}.description`, product.name);
    setValue(`lines.${index}.unitPriceMinor`, product.price.amountMinor);
    setValue(`lines.${index}.taxPercent`, product.taxBasisPoints === 0 ? '' : String(product.taxBasisPoints / 100));
  };
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">Lines</legend>
      {fields.map((line, index) => (
        <div key={line.id} className="flex flex-col gap-2 rounded-md border p-3" role="group" aria-label={`Line ${index + 1}`}>
          <div className="flex items-start gap-2">
            <Combobox
              aria-label={`Product of line ${index + 1}`} placeholder="From the catalogue" value={lines[index]?.product ?? null} options={findProducts} clearable className="w-48 shrink-0"
              onValueChange={(product) => {
                setValue(`lines.${index}.product`, product);
                take(index, product?.value);
              }}
            />
            <span className="flex-1" />
            <Button variant="ghost" aria-label={`Remove line ${index + 1}`} disabled={fields.length === 1} onClick={() => remove(index)}><Trash2 /></Button>
          </div>
          <TextField name={`lines.${index}.description`} label="Description" required />
          <div className="grid grid-cols-2 gap-2 md:grid-cols-4">
            <TextField name={`lines.${index}.quantity`} label="Quantity" required inputMode="decimal" />
            <MoneyField name={`lines.${index}.unitPriceMinor`} label="Price of one" currency={currency} required />
            <TextField name={`lines.${index}.discountPercent`} label="Discount %" inputMode="decimal" />
            <TextField name={`lines.${index}.taxPercent`} label="Tax %" inputMode="decimal" />
          </div>
        </div>
      ))}
      <Button className="self-start" onClick={() => append(emptyLine)}><Plus />Add a line</Button>
    </fieldset>
  );
}
