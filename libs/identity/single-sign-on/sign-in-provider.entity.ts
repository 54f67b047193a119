import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

export const PROVIDER_KINDS = ['OIDC', 'SAML'] as const;
export type ProviderKind = (typeof PROVIDER_KINDS)[number];
export type ProviderTier = 'ADMIN' | 'EMPLOYEE' | 'CLIENT';

/** A service that tells us who somebody is (IAM-08). */
@Entity('sign_in_provider')
export class SignInProvider {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_sign_in_provider' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('text') kind!: ProviderKind;
  @Column('text') name!: string;
  /** OIDC: the issuer's address. SAML: the identity provider's entity id. */
  @Column('text') issuer!: string;
  @Column('text', { nullable: true }) clientId!: string | null;
  /** See `Secrets`, purpose CLIENT_SECRET. */
  @Column('bytea', { nullable: true }) clientSecretSealed!: Buffer | null;
  /** SAML: where requests go. */
  @Column('text', { nullable: true }) signInAddress!: string | null;
  /** SAML: what signs assertions, PEM. */
  @Column('text', { array: true, default: '{}' }) certificates!: string[];
  /** Lower case; none = any, and then nobody is matched by address through SAML. */
  @Column('text', { array: true, default: '{}' }) emailDomains!: string[];
  @Column('text', { array: true, default: () => "'{EMPLOYEE}'" }) tiers!: ProviderTier[];
  @Column('boolean', { default: false }) trustsSecondFactor!: boolean;
  @Column('uuid', { nullable: true }) provisionRoleId!: string | null;
  @Column('boolean', { default: true }) active!: boolean;
  /** SAML: assertions that are not encrypted to us are refused. */
  @Column('boolean', { default: false }) requiresEncryption!: boolean;
}

/** A key with which a SAML provider encrypts assertions to us. */
@Entity('sign_in_provider_key')
export class SignInProviderKey {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_sign_in_provider_key' }) id!: string;
  @Column('uuid') organizationId!: string;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @Column('uuid') providerId!: string;
  /** PEM. */
  @Column('text') certificate!: string;
  /** PKCS #8; see `Secrets`, purpose in `provider-keys.ts`. */
  @Column('bytea') keySealed!: Buffer;
  /** null: the one in use. */
  @Column('timestamptz', { nullable: true }) acceptedUntil!: Date | null;
}

/** Somebody as a provider knows them. */
@Entity('external_identity')
export class ExternalIdentity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_external_identity' }) id!: string;
  @Column('uuid') organizationId!: string;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @Column('uuid') providerId!: string;
  @Column('text') subject!: string;
  @Column('uuid') userId!: string;
}

/** A sign-in under way at a provider. */
@Entity('sign_on_attempt')
export class SignOnAttempt {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_sign_on_attempt' }) id!: string;
  @Column('uuid') organizationId!: string;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @Column('uuid') providerId!: string;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
  @Column('text', { nullable: true }) assertionId!: string | null;
  @Column('uuid', { nullable: true }) userId!: string | null;
  @Column('boolean', { nullable: true }) secondFactor!: boolean | null;
  @Column('bytea', { nullable: true }) finishHash!: Buffer | null;
  @Column('timestamptz', { nullable: true }) finishedAt!: Date | null;
}
