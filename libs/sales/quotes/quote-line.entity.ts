import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One position of a quote. Quantity has two decimals; prices in minor units, shares in basis points. */
@Entity('quote_line')
export class QuoteLine {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_quote_line' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') quoteId!: string;
  @Column('integer') position!: number;
  @Column('uuid', { nullable: true }) productId!: string | null;
  @Column('text') description!: string;
  @Column('numeric', { precision: 12, scale: 2 }) quantity!: string;
  @Column('bigint') unitPriceMinor!: string;
  @Column('integer', { default: 0 }) discountBasisPoints!: number;
  @Column('integer', { default: 0 }) taxBasisPoints!: number;
  @Column('bigint') netMinor!: string;
}
