import { booleanFilter, defineRead, money, type ReadModel, textFilter } from '@throughline/platform/read';
import { ProductObject } from './api/product.object.js';
import { productSubject } from './product.policy.js';

export const productRead: ReadModel<ProductObject> = defineRead({
  name: 'Product',
  object: () => ProductObject,
  subject: productSubject,
  fields: { price: money('price_minor') },
  filters: { name: textFilter(), sku: textFilter(), categoryKey: textFilter(), active: booleanFilter() },
  sorts: { name: 'text!', sku: 'text!', priceMinor: 'bigint!' },
  defaultSort: [{ field: 'name', direction: 'ASC' }],
});
