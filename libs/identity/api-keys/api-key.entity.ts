import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** A key with which a program calls the API (INT-03); what it may do are the roles and exceptions of its account. */
@Entity('api_key')
export class ApiKey {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_api_key' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('text') name!: string;
  @Column('uuid') accountId!: string;
  @Column('uuid') createdById!: string;
  @Column('text') prefix!: string;
  /** null: from anywhere. */
  @Column('cidr', { array: true, nullable: true }) networks!: string[] | null;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) rotatedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
  /** Within a minute. */
  @Column('timestamptz', { nullable: true }) lastUsedAt!: Date | null;
  @Column('text', { nullable: true }) lastUsedAddress!: string | null;
}

/** One secret of a key: the present one, or one that was replaced and is good for a while yet. Its session says how long. */
@Entity('api_key_secret')
export class ApiKeySecret {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_api_key_secret' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') keyId!: string;
  @Column('uuid') sessionId!: string;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @Column('bytea') secretHash!: Buffer;
}
