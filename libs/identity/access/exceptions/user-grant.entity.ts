import type { Effect, GrantConditions, Scope } from '@throughline/platform/access';
import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** Something that one person may or may not do, whatever their roles say (ACL-02). */
@Entity('user_grant')
export class UserGrant {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_user_grant' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('uuid') userId!: string;
  @Column('text') permission!: string;
  @Column('text') scope!: Scope;
  @Column('text', { array: true, nullable: true }) fields!: string[] | null;
  @Column('text', { default: 'ALLOW' }) effect!: Effect;
  @Column('jsonb', { nullable: true }) conditions!: GrantConditions | null;
  /** null: until somebody takes it back. */
  @Column('timestamptz', { nullable: true }) expiresAt!: Date | null;
  @Column('text') reason!: string;
  @Column('uuid', { nullable: true }) grantedBy!: string | null;
}
