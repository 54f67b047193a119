import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** One choice of a list (ORG-06). Archived ones are not offered any more; what names them stays. */
@Entity('pick_list_item')
export class PickListItem {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_pick_list_item' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('text') list!: string;
  @Column('text') label!: string;
  @Column('integer') position!: number;
  @Column('boolean', { default: false }) archived!: boolean;
}
