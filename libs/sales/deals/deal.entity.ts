import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** An opportunity: what may be sold to whom, where it stands in its pipeline (DEA-02). Amounts in minor units. */
@Entity('deal')
export class Deal {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_deal' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('text') number!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) externalId!: string | null;
  @Column('uuid', { nullable: true }) customerId!: string | null;
  @Column('uuid', { nullable: true }) contactId!: string | null;
  @Column('uuid', { nullable: true }) leadId!: string | null;
  @Column('uuid') pipelineId!: string;
  @Column('uuid') stageId!: string;
  @Column('timestamptz', { default: () => 'now()' }) stageEnteredAt!: Date;
  @Column('text', { default: 'OPEN' }) status!: string;
  @Column('text', { nullable: true }) statusReason!: string | null;
  @Column('bigint', { default: 0 }) amountMinor!: string;
  @Column('text') currency!: string;
  @Column('integer') probability!: number;
  @Column('date', { nullable: true }) expectedClose!: string | null;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('text', { array: true, default: () => "'{}'" }) requestedServices!: string[];
  @Column('text', { nullable: true }) requirements!: string | null;
  @Column('text', { array: true, default: () => "'{}'" }) tags!: string[];
  @Column('uuid', { nullable: true }) ownerId!: string | null;
  @Column('uuid', { nullable: true }) departmentId!: string | null;
  @Column('uuid', { nullable: true }) teamId!: string | null;
  @Column('jsonb', { default: () => "'{}'" }) extra!: Record<string, unknown>;
}
