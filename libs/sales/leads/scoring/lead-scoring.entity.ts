import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { ScoringRule } from './scoring.js';

/** An organization's own scoring rules, one row each; every organization begins with `DEFAULT_SCORING`. */
@Entity('lead_scoring')
export class LeadScoring {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_lead_scoring' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('jsonb') rules!: ScoringRule[];
  @Column('integer') hotFrom!: number;
  @Column('integer') warmFrom!: number;
}
