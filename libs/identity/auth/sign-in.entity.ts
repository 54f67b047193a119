import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { SignInMethod } from '@throughline/identity/sessions';

/** Sign-in attempts that did not succeed, by a keyed hash of account or address. */
@Entity('sign_in_throttle')
export class SignInThrottle {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'pk_sign_in_throttle' }) key!: Buffer;
  @Column('integer') attempts!: number;
  @Column('timestamptz') expiresAt!: Date;
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
