import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** WITHDRAWN: taken back by whoever asked. Only APPROVED takes capacity away. */
export const TIME_OFF_STATUSES = ['REQUESTED', 'APPROVED', 'DECLINED', 'WITHDRAWN'] as const;
export type TimeOffStatus = (typeof TIME_OFF_STATUSES)[number];

/** Days on which somebody does not work (ORG-03). */
@Entity('time_off')
export class TimeOff {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_time_off' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('uuid') userId!: string;
  /** The department whose manager decides. */
  @Column('uuid', { nullable: true }) departmentId!: string | null;
  @Column('date') startsOn!: string;
  /** The last day. */
  @Column('date') endsOn!: string;
  @Column('uuid') kindId!: string;
  @Column('text', { default: 'REQUESTED' }) status!: TimeOffStatus;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
}
