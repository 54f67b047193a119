import { Injectable } from '@nestjs/common';
import { allows } from '@throughline/platform/access';
import { type ColumnValues, UnitOfWork, updateVersioned } from '@throughline/platform/database';
import { type Actor, newId, notFound, refuse } from '@throughline/platform/kernel';
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

const COLUMNS: Record<keyof ProductFacts, string> = {
  sku: 'sku', name: 'name', description: 'description', categoryKey: 'category_key', unit: 'unit', priceMinor: 'price_minor',
  currency: 'currency', taxBasisPoints: 'tax_basis_points', active: 'active',
};

/** The catalogue (QUO-01). */
@Injectable()
export class ProductService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws AppError DUPLICATE when the article number is taken (unique index) */
  create(actor: Actor, facts: ProductFacts): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      if (!allows(actor.ability, productPermissions.create, {})) throw refuse('FORBIDDEN', 'You may not change the catalogue.');
      const id = newId();
      const values = columnsOf(facts);
      const names = Object.keys(values);
      await work.query(
        `INSERT INTO product (id, organization_id, ${names.join(', ')}) VALUES ($1, $2, ${names.map((_, index) => `$${index + 3}`).join(', ')})`,
        [id, actor.organizationId, ...Object.values(values)],
      );
      work.record({ kind: 'product.created', subject: 'product', subjectId: id, access: { before: null, after: {} }, changes: changesOf({}, values) });
      return id;
    });
  }

  /** @throws AppError CONFLICT, NOT_FOUND */
  update(actor: Actor, id: string, version: number, facts: Partial<ProductFacts>): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      if (!allows(actor.ability, productPermissions.update, {})) throw refuse('FORBIDDEN', 'You may not change the catalogue.');
      const values = columnsOf(facts);
      const [before] = await work.query<Record<string, unknown>>('SELECT * FROM product WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE', [actor.organizationId, id]);
      if (!before) throw notFound('product');
      await updateVersioned(work, 'product', 'product', id, version, values);
      work.record({ kind: 'product.updated', subject: 'product', subjectId: id, access: { before: {}, after: {} }, changes: changesOf(before, values) });
      return id;
    });
  }
}

function columnsOf(facts: Partial<ProductFacts>): ColumnValues {
  const given = Object.entries(facts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([field, value]) => [COLUMNS[field as keyof ProductFacts], typeof value === 'bigint' ? value.toString() : value]));
}

function changesOf(before: Record<string, unknown>, after: ColumnValues): Record<string, { before: unknown; after: unknown }> {
  return Object.fromEntries(Object.entries(after).map(([name, value]) => [name, { before: before[name] ?? null, after: value }]));
}
