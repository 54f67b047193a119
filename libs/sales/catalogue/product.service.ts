import { Injectable } from '@nestjs/common';
import { allows } from '@throughline/platform/access';
import { columnValues, fieldChanges, insertRow, lockRow, UnitOfWork, updateVersioned } from '@throughline/platform/database';
import { type Actor, newId, refuse } from '@throughline/platform/kernel';
import { productPermissions } from './product.policy.js';

/** Facts of a product; price in minor units. */
export interface ProductFacts {
  sku: string;
  name: string;
  description?: string | null;
  categoryKey?: string | null;
  unit: string;
  priceMinor: bigint;
  currency: string;
  taxBasisPoints: number;
  active: boolean;
}

const PRODUCT = { table: 'product', label: 'product', fields: ['id', 'sku', 'name', 'description', 'categoryKey', 'unit', 'priceMinor', 'currency', 'taxBasisPoints', 'active'] };

/** The catalogue (QUO-01). */
@Injectable()
export class ProductService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws AppError DUPLICATE when the article number is taken (unique index) */
  create(actor: Actor, facts: ProductFacts): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      if (!allows(actor.ability, productPermissions.create, {})) throw refuse('FORBIDDEN', 'You may not change the catalogue.');
      const id = newId();
      await insertRow(work, 'product', { id, ...facts });
      work.record({ kind: 'product.created', subject: 'product', subjectId: id, access: { before: null, after: {} }, changes: fieldChanges({}, facts) });
      return id;
    });
  }

  /** @throws AppError CONFLICT, NOT_FOUND */
  update(actor: Actor, id: string, version: number, facts: Partial<ProductFacts>): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      if (!allows(actor.ability, productPermissions.update, {})) throw refuse('FORBIDDEN', 'You may not change the catalogue.');
      const before = await lockRow<ProductFacts>(work, PRODUCT, id);
      await updateVersioned(work, 'product', 'product', id, version, columnValues(facts));
      work.record({ kind: 'product.updated', subject: 'product', subjectId: id, access: { before: {}, after: {} }, changes: fieldChanges(before, facts) });
      return id;
    });
  }
}
