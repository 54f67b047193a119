import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One move of a deal between stages, with the time it had spent in the one it left (DEA-04). Append-only. */
@Entity('deal_stage_move')
export class DealStageMove {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_deal_stage_move' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') dealId!: string;
  @Column('uuid', { nullable: true }) fromStageId!: string | null;
  @Column('uuid') toStageId!: string;
  @Column('bigint', { nullable: true }) secondsInStage!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('uuid', { nullable: true }) movedBy!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) movedAt!: Date;
}
