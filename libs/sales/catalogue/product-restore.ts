import { Injectable } from '@nestjs/common';
import { defineRestorable, Restores, type RestoresRecord } from '@throughline/identity/audit';
import type { Actor } from '@throughline/platform/kernel';
import { productPermissions } from './product.policy.js';
import { type ProductFacts, ProductService } from './product.service.js';

const restorable = defineRestorable(productPermissions.update, ['name', 'description', 'categoryKey', 'unit', 'taxBasisPoints', 'active'], ['priceMinor']);

/** Brings back earlier values of an article (AUD-03). */
@Injectable()
@Restores(restorable)
export class RestoreProduct implements RestoresRecord {
  constructor(private readonly products: ProductService) {}

  restore(actor: Actor, id: string, version: number, values: Partial<ProductFacts>): Promise<string> {
    return this.products.update(actor, id, version, values);
  }
}
