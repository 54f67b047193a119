import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** A request that somebody in support works on; an onboarding ticket turns a won deal into a project (TIC-01, TIC-02). */
@Entity('ticket')
export class Ticket {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_ticket' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('text') number!: string;
  @Column('text') kind!: string;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) description!: string | null;
  @Column('text', { default: 'NEW' }) status!: string;
  @Column('text', { nullable: true }) statusReason!: string | null;
  @Column('text', { default: 'NORMAL' }) priority!: string;
  @Column('text', { array: true, default: () => "'{}'" }) tags!: string[];
  @Column('uuid') customerId!: string;
  @Column('uuid', { nullable: true }) dealId!: string | null;
  @Column('uuid') categoryId!: string;
  @Column('jsonb', { default: () => "'[]'" }) checkpoints!: unknown[];
  @Column('timestamptz', { nullable: true }) validatedAt!: Date | null;
  @Column('uuid', { nullable: true }) validatedBy!: string | null;
  @Column('text', { nullable: true }) scope!: string | null;
  @Column('timestamptz', { nullable: true }) scopedAt!: Date | null;
  @Column('uuid', { nullable: true }) projectId!: string | null;
  @Column('uuid', { nullable: true }) ownerId!: string | null;
  @Column('uuid', { nullable: true }) departmentId!: string | null;
  @Column('uuid', { nullable: true }) openedBy!: string | null;
}
