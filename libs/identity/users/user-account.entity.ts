import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** Tiers of people and keys that can sign in within an organization (product.md, "People"). */
export const USER_TIERS = ['ADMIN', 'EMPLOYEE', 'CLIENT', 'SERVICE'] as const;
export type UserTier = (typeof USER_TIERS)[number];

/** INVITED: has no password yet. INACTIVE: has left; cannot sign in, is kept as owner of what was done. */
export const USER_STATUSES = ['INVITED', 'ACTIVE', 'INACTIVE'] as const;
export type UserStatus = (typeof USER_STATUSES)[number];

/** Somebody who can sign in: staff, or a person of a customer. The password's hash lies in `UserCredential`. */
@Entity('user_account')
export class UserAccount {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_user_account' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  /** Lower case; unique in the installation. */
  @Column('text') email!: string;
  @Column('text') name!: string;
  /** Position, for people to read: `Senior designer`. */
  @Column('text', { nullable: true }) title!: string | null;
  @Column('text') tier!: UserTier;
  @Column('text', { default: 'INVITED' }) status!: UserStatus;
  /** CLIENT tier only: the customer whose records they see. */
  @Column('uuid', { nullable: true }) customerId!: string | null;
  @Column('timestamptz', { nullable: true }) lastSignInAt!: Date | null;
}
