import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

export const CUSTOMER_KINDS = ['BUSINESS', 'INDIVIDUAL'] as const;
export type CustomerKind = (typeof CUSTOMER_KINDS)[number];
export const LIFE_CYCLES = ['LEAD', 'PROSPECT', 'CUSTOMER'] as const;
export type LifeCycle = (typeof LIFE_CYCLES)[number];
export const COMPANY_SIZES = ['SMALL', 'MEDIUM', 'LARGE', 'ENTERPRISE'] as const;
export type CompanySize = (typeof COMPANY_SIZES)[number];

/** A company or person that buys, or may buy (CUS-01). */
@Entity('customer')
export class Customer {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_customer' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('text') name!: string;
  /** `comparableName(name)`: how duplicates are found. */
  @Column('text') nameKey!: string;
  @Column('text', { nullable: true }) externalId!: string | null;
  @Column('text', { default: 'BUSINESS' }) kind!: CustomerKind;
  /** PROSPECT until the first deal is won. */
  @Column('text', { default: 'PROSPECT' }) lifeCycle!: LifeCycle;
  @Column('boolean', { default: true }) active!: boolean;
  @Column('text', { nullable: true }) industry!: string | null;
  @Column('text', { nullable: true }) companySize!: CompanySize | null;
  @Column('bigint', { nullable: true }) annualRevenueMinor!: string | null;
  @Column('text') currency!: string;
  @Column('text', { nullable: true }) website!: string | null;
  /** The website's or e-mail's domain: how duplicates are found. */
  @Column('text', { nullable: true }) domain!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text', { nullable: true }) source!: string | null;
  @Column('jsonb', { nullable: true }) billingAddress!: PostalAddress | null;
  @Column('text', { array: true, default: () => "'{}'" }) tags!: string[];
  @Column('uuid', { nullable: true }) parentId!: string | null;
  @Column('uuid', { nullable: true }) ownerId!: string | null;
  @Column('uuid', { nullable: true }) departmentId!: string | null;
  @Column('jsonb', { default: () => "'{}'" }) extra!: Record<string, unknown>;
}

/** Where mail goes; every part may be missing. */
export interface PostalAddress {
  street?: string | null;
  city?: string | null;
  region?: string | null;
  postalCode?: string | null;
  country?: string | null;
}
