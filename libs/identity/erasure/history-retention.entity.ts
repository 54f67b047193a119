import { Column, Entity, PrimaryColumn } from 'typeorm';

/** For how long an organization keeps the values that its history is made of (ORG-01); no row: for ever. */
@Entity('history_retention')
export class HistoryRetentionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_history_retention' }) organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  /** null: for ever. */
  @Column('integer', { nullable: true }) days!: number | null;
  @Column('timestamptz', { default: () => 'now()' }) changedAt!: Date;
}
