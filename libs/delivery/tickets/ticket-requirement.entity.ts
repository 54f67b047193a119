import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** One thing a ticket has to collect from the client before the work can be scoped (TIC-02). */
@Entity('ticket_requirement')
export class TicketRequirement {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_ticket_requirement' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('uuid') ticketId!: string;
  @Column('integer') position!: number;
  @Column('text') title!: string;
  @Column('text') kind!: string;
  @Column('boolean', { default: true }) required!: boolean;
  @Column('text', { default: 'MISSING' }) status!: string;
  @Column('text', { nullable: true }) value!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
}
