import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** UPLOADING until the last byte is there, CHECKING while the worker looks at it; only READY is served. */
export const FILE_STATES = ['UPLOADING', 'CHECKING', 'READY', 'REFUSED'] as const;
export type FileState = (typeof FILE_STATES)[number];

/** What is stored of a file: itself, and of pictures two smaller ones. */
export const FILE_VARIANTS = ['CONTENT', 'THUMBNAIL', 'PREVIEW'] as const;
export type FileVariant = (typeof FILE_VARIANTS)[number];

/** A file that hangs on a record, or waits for it with whoever uploaded it (DOC-01). */
@Entity('file')
export class File {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_file' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  /** What it hangs on; both null while it waits. */
  @Column('text', { nullable: true }) subject!: string | null;
  @Column('uuid', { nullable: true }) recordId!: string | null;
  @Column('boolean', { default: false }) sharedWithClient!: boolean;
  /** Who uploaded it; null for files that the product made. */
  @Column('uuid', { nullable: true }) ownerId!: string | null;
  @Column('text') name!: string;
  /** By its content, once all of it is there. */
  @Column('text') contentType!: string;
  /** As announced, and so counted against the quota; of pictures what the re-encoded one has. */
  @Column('bigint') bytes!: string;
  /** How much of it has arrived. */
  @Column('bigint', { default: 0 }) received!: string;
  @Column('text', { default: 'UPLOADING' }) state!: FileState;
  /** Why it was refused after it had arrived. */
  @Column('text', { nullable: true }) refusal!: string | null;
  @Column('integer', { nullable: true }) width!: number | null;
  @Column('integer', { nullable: true }) height!: number | null;
  @Column('boolean', { default: false }) hasThumbnail!: boolean;
  @Column('boolean', { default: false }) hasPreview!: boolean;
  /** The file's own key, sealed with the organization's data key (DOC-03). */
  @Column('bytea') sealedKey!: Buffer;
  /** When it is removed if nothing takes it; null once it hangs on a record. */
  @Column('timestamptz', { nullable: true }) expiresAt!: Date | null;
}

/**
 * A piece of a file's content: one blob, named by the row's id. The row is written before the blob and removed after it, so that
 * no blob is ever without one.
 */
@Entity('file_part')
export class FilePart {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_file_part' }) id!: string;
  @Column('uuid') organizationId!: string;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  /** null: nobody's any more. */
  @Column('uuid', { nullable: true }) fileId!: string | null;
  @Column('text') variant!: FileVariant;
  /** Its place, from 0. */
  @Column('integer') number!: number;
  /** Of plain content; null while it is being written. */
  @Column('bigint', { nullable: true }) bytes!: string | null;
  /** From when blob and row are rubbish; null: they are a file's. */
  @Column('timestamptz', { nullable: true }) sweepAfter!: Date | null;
}

/** What an organization takes in, and how much it has; at most one row each. */
@Entity('file_policy')
export class FilePolicyRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_file_policy' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  /** null: what the product allows by default. */
  @Column('text', { array: true, nullable: true }) allowedTypes!: string[] | null;
  @Column('bigint', { nullable: true }) maxBytes!: string | null;
  /** All files together; kept by whoever adds and removes files. */
  @Column('bigint', { default: 0 }) usedBytes!: string;
  /** Set by whoever runs the installation; null: the installation's default. */
  @Column('bigint', { nullable: true }) limitBytes!: string | null;
  /** Whether clients may put files on the records they see, beyond what they send in messages. */
  @Column('boolean', { default: true }) clientsMayAdd!: boolean;
}
