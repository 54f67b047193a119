import { computed, type FieldDefinition } from '@throughline/platform/read';

/** The computed progress fields of every node's read model; the stored ones are columns of the same name. */
export const progressFields: Readonly<Record<'progressBasisPoints' | 'childrenTotal', FieldDefinition>> = {
  // Integer division of non-negative numbers rounds down.
  progressBasisPoints: computed('INTEGER', ['work_total', 'work_done'], (t) => `${t}.work_done / nullif(${t}.work_total, 0)`),
  childrenTotal: computed('INTEGER', ['children_todo'], (t) =>
    `${t}.children_todo + ${t}.children_in_progress + ${t}.children_review + ${t}.children_completed + ${t}.children_blocked + ${t}.children_cancelled`),
};
