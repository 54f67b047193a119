import { Column } from 'typeorm';

/** The columns every node of a work tree has; entities embed nothing, they extend this. */
export abstract class NodeColumns {
  @Column('bigint', { default: 0 }) workTotal!: string;
  @Column('bigint', { default: 0 }) workDone!: string;
  @Column('integer', { default: 0 }) childrenTodo!: number;
  @Column('integer', { default: 0 }) childrenInProgress!: number;
  @Column('integer', { default: 0 }) childrenReview!: number;
  @Column('integer', { default: 0 }) childrenCompleted!: number;
  @Column('integer', { default: 0 }) childrenBlocked!: number;
  @Column('integer', { default: 0 }) childrenCancelled!: number;
}
