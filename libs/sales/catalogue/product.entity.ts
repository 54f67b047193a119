import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** Something the agency sells. Price in minor units (QUO-01). */
@Entity('product')
export class Product {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_product' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('text') sku!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) description!: string | null;
  @Column('text', { nullable: true }) categoryKey!: string | null;
  @Column('text', { default: 'piece' }) unit!: string;
  @Column('bigint') priceMinor!: string;
  @Column('text') currency!: string;
  @Column('integer', { default: 0 }) taxBasisPoints!: number;
  @Column('boolean', { default: true }) active!: boolean;
}
