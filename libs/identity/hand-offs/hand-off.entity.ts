import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** OFFERED: given, not taken yet. RETURNED: given back with a reason. WITHDRAWN: taken back by whoever gave it. */
export const HAND_OFF_STATUSES = ['OFFERED', 'ACCEPTED', 'RETURNED', 'WITHDRAWN'] as const;
export type HandOffStatus = (typeof HAND_OFF_STATUSES)[number];

/** A record goes from one department or person to another (ORG-04). The latest one of a record tells who has the ball. */
@Entity('hand_off')
export class HandOff {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_hand_off' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  /** The record's type as in permissions: `deal`. */
  @Column('text') subject!: string;
  @Column('uuid') recordId!: string;
  /** What comes next, for people: `Validate the ticket`. */
  @Column('text') step!: string;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('uuid', { nullable: true }) fromDepartmentId!: string | null;
  @Column('uuid', { nullable: true }) fromUserId!: string | null;
  @Column('uuid', { nullable: true }) toDepartmentId!: string | null;
  @Column('uuid', { nullable: true }) toUserId!: string | null;
  @Column('text', { default: 'OFFERED' }) status!: HandOffStatus;
  @Column('boolean', { default: true }) current!: boolean;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('timestamptz', { nullable: true }) dueAt!: Date | null;
  /** Set once, when it was not answered in time. */
  @Column('timestamptz', { nullable: true }) overdueAt!: Date | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('uuid', { nullable: true }) answeredBy!: string | null;
  @Column('uuid', { nullable: true }) offeredBy!: string | null;
}

/** A line of a hand-off's checklist. */
@Entity('hand_off_item')
export class HandOffItem {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_hand_off_item' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('uuid') handOffId!: string;
  @Column('integer') position!: number;
  @Column('text') title!: string;
  @Column('boolean', { default: false }) done!: boolean;
  @Column('timestamptz', { nullable: true }) doneAt!: Date | null;
  @Column('uuid', { nullable: true }) doneBy!: string | null;
}
