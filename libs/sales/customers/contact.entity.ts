import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

export const CONTACT_ROLES = ['DECISION_MAKER', 'INFLUENCER', 'USER', 'GATEKEEPER'] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number];
export const CONTACT_CHANNELS = ['EMAIL', 'PHONE', 'SMS', 'IN_PERSON'] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/** A person of a customer (CUS-07). */
@Entity('contact')
export class Contact {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_contact' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('uuid') customerId!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) title!: string | null;
  @Column('text', { nullable: true }) role!: ContactRole | null;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  /** At most one of a customer's contacts. */
  @Column('boolean', { default: false }) isPrimary!: boolean;
  @Column('text', { nullable: true }) preferredChannel!: ContactChannel | null;
  @Column('boolean', { default: false }) doNotEmail!: boolean;
  @Column('boolean', { default: false }) doNotCall!: boolean;
  /** Equal to the customer's, so that who sees the customer sees its people. */
  @Column('uuid', { nullable: true }) ownerId!: string | null;
  @Column('uuid', { nullable: true }) departmentId!: string | null;
  @Column('jsonb', { default: () => "'{}'" }) extra!: Record<string, unknown>;
}
