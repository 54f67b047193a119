import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { Mention } from './body/mentions.js';

/** Something said in a channel (CHA-02). Deleted ones stay as an empty place, so that nobody's count has gaps. */
@Entity('message')
export class Message {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_message' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  /** By the clock at the channel's lock: in the order of the sequence. */
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('uuid') channelId!: string;
  /** Its place in the channel, from 1, without gaps. */
  @Column('bigint') sequence!: string;
  /** Its place among what the client sees, without gaps; null on the internal side. */
  @Column('bigint', { nullable: true }) clientSequence!: string | null;
  @Column('boolean', { default: false }) sharedWithClient!: boolean;
  /** Since when the client sees it. */
  @Column('timestamptz', { nullable: true }) sharedAt!: Date | null;
  @Column('uuid') authorId!: string;
  /** The message it answers; never itself an answer. */
  @Column('uuid', { nullable: true }) threadId!: string | null;
  /** null once deleted. */
  @Column('text', { nullable: true }) body!: string | null;
  @Column('jsonb', { default: () => `'[]'` }) mentions!: Mention[];
  @Column('boolean', { default: false }) hasFiles!: boolean;
  @Column('text', { nullable: true }) linkedSubject!: string | null;
  @Column('uuid', { nullable: true }) linkedId!: string | null;
  @Column('integer', { default: 0 }) replyCount!: number;
  @Column('timestamptz', { nullable: true }) lastReplyAt!: Date | null;
  /** Of the answers, those that the client sees. */
  @Column('integer', { default: 0 }) clientReplyCount!: number;
  @Column('timestamptz', { nullable: true }) lastClientReplyAt!: Date | null;
  @Column('timestamptz', { nullable: true }) pinnedAt!: Date | null;
  @Column('uuid', { nullable: true }) pinnedBy!: string | null;
  @Column('timestamptz', { nullable: true }) editedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) deletedAt!: Date | null;
  /** When it went from the internal side to the client's. */
  @Column('timestamptz', { nullable: true }) publishedAt!: Date | null;
  @Column('uuid', { nullable: true }) publishedBy!: string | null;
}

/** What a message said before it was edited or deleted. */
@Entity('message_revision')
export class MessageRevision {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_message_revision' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') messageId!: string;
  /** The message's author, whose words these are. */
  @Column('uuid') authorId!: string;
  @Column('text') body!: string;
  @Column('uuid') editedBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}

/** An emoji that somebody put under a message. */
@Entity('message_reaction')
export class MessageReaction {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_message_reaction' }) messageId!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_message_reaction' }) userId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_message_reaction' }) emoji!: string;
  @Column('uuid') organizationId!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}

/** A word that messages of the organization use: what a mistyped search is corrected to. Never shown to anybody. */
@Entity('message_word')
export class MessageWord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_message_word' }) organizationId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_message_word' }) word!: string;
}
