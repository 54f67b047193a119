import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** What an organization decided about tickets; at most one row each, without one everything is off. */
@Entity('ticket_settings')
export class TicketSettings {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_ticket_settings' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('boolean', { default: false }) openForWonDeals!: boolean;
  @Column('uuid', { nullable: true }) categoryId!: string | null;
}
