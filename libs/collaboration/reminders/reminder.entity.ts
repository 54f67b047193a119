import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** Somebody wants to be told of something at a time (ACT-04). It fires once, on whatever worker, and survives restarts. */
@Entity('reminder')
export class Reminder {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_reminder' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('uuid') userId!: string;
  /** What it is about; null where it is about nothing in the product. */
  @Column('text', { nullable: true }) subject!: string | null;
  @Column('uuid', { nullable: true }) recordId!: string | null;
  /** Where the record lies: the channel of a message. */
  @Column('uuid', { nullable: true }) contextId!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('timestamptz') dueAt!: Date;
  @Column('timestamptz', { nullable: true }) firedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) doneAt!: Date | null;
}
