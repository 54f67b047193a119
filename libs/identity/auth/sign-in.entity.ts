import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { SignInMethod } from '@throughline/identity/sessions';

/** How much of a budget of attempts is spent, by a keyed hash of what it is for. */
@Entity('sign_in_throttle')
export class SignInThrottleRow {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'pk_sign_in_throttle' }) key!: Buffer;
  @Column('timestamptz') spentUntil!: Date;
}

/** A refused attempt on an account that does not exist: the operator's to see. */
@Entity('refused_stranger')
export class RefusedStranger {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_refused_stranger' }) id!: string;
  @Column('timestamptz', { default: () => 'now()' }) refusedAt!: Date;
  @Column('text') requestId!: string;
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text', { nullable: true }) userAgent!: string | null;
  /** Keyed hash of the e-mail address. */
  @Column('bytea') emailKey!: Buffer;
}

/** Somebody who has proved a first factor and owes the second: what stands between a password and a session. */
@Entity('sign_in_challenge')
export class SignInChallenge {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_sign_in_challenge' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') userId!: string;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @Column('bytea') tokenHash!: Buffer;
  @Column('text') method!: SignInMethod;
  /** They have no second factor yet: the code proves the secret that waits in their `second_factor` row. */
  @Column('boolean') enrol!: boolean;
  @Column('integer', { default: 0 }) attempts!: number;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
}
