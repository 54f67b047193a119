import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { TagColour } from './tag.policy.js';

/** A word that records carry, with its look (DAT-04). Records hold the name. */
@Entity('tag')
export class Tag {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_tag' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('text') name!: string;
  @Column('text', { default: 'NEUTRAL' }) colour!: TagColour;
  @Column('text', { nullable: true }) category!: string | null;
}
