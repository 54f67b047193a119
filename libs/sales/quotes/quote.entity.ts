import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** An offer on a deal, with its acceptance and the evidence of it (QUO-02, QUO-03). Amounts in minor units. */
@Entity('quote')
export class Quote {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_quote' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('text') number!: string;
  @Column('integer', { default: 1 }) revision!: number;
  @Column('uuid') dealId!: string;
  @Column('uuid') customerId!: string;
  @Column('text') title!: string;
  @Column('text', { default: 'DRAFT' }) status!: string;
  @Column('text') currency!: string;
  @Column('date') validUntil!: string;
  @Column('text', { nullable: true }) terms!: string | null;
  @Column('integer', { default: 0 }) discountBasisPoints!: number;
  @Column('bigint', { default: 0 }) subtotalMinor!: string;
  @Column('bigint', { default: 0 }) discountMinor!: string;
  @Column('bigint', { default: 0 }) taxMinor!: string;
  @Column('bigint', { default: 0 }) totalMinor!: string;
  @Column('boolean', { default: false }) sharedWithClient!: boolean;
  @Column('bytea', { nullable: true }) publicTokenHash!: Buffer | null;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
  @Column('timestamptz', { nullable: true }) viewedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) declineReason!: string | null;
  @Column('text', { nullable: true }) acceptedName!: string | null;
  @Column('text', { nullable: true }) acceptedAddress!: string | null;
  @Column('text', { nullable: true }) acceptedUserAgent!: string | null;
  @Column('text', { nullable: true }) acceptedHash!: string | null;
  @Column('uuid', { nullable: true }) ownerId!: string | null;
  @Column('uuid', { nullable: true }) departmentId!: string | null;
}
