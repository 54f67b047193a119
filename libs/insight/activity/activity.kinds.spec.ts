import { DEFAULT_GRANTS } from '@throughline/identity/access';
import { declaredKinds } from '../../collaboration/notifications/testing/declared-kinds.js';
import { ACTIVITY, ACTIVITY_SUBJECTS, isActivity } from './activity.kinds.js';

/** What happens to such records and is not told, and why. */
const NOT_TOLD: readonly string[] = [
  // The product itself says so, or it is told by another event.
  'handOff.overdue', 'handOff.ticked', 'milestone.overdue', 'milestone.dueSoon', 'task.overdue', 'task.dueSoon', 'lead.rescored', 'quote.superseded', 'message.replied',
  // What is gone is seen by nobody.
  'file.deleted', 'file.expired', 'message.deleted', 'milestone.deleted', 'task.deleted',
  // Small things, and what people read.
  'file.checked', 'file.opened', 'file.refused', 'file.renamed', 'file.shared', 'file.uploaded', 'message.edited', 'message.linked', 'message.pinned', 'message.reacted',
  // Names in comments.
  'deal.stageMoved', 'lead.won',
];
/** Columns and jobs are called after records too. */
const HAPPENED = /(ed|won|lost|sent|held|due|Soon)$/;

describe('what the stream tells', () => {
  const declared = [...declaredKinds()].filter((kind) => !(kind in DEFAULT_GRANTS) && HAPPENED.test(kind));

  it('exists', () => {
    const told = Object.entries(ACTIVITY).flatMap(([subject, { kinds }]) => kinds.map((kind) => `${subject}.${kind}`));
    const all = declaredKinds();
    expect(told.filter((kind) => !all.has(kind))).toEqual([]);
    expect(told.every(isActivity)).toBe(true);
  });

  it('was decided for every kind of event of its records', () => {
    const open = declared.filter((kind) => ACTIVITY_SUBJECTS.includes(kind.split('.')[0] ?? '') && !isActivity(kind));
    expect(open.sort()).toEqual([...NOT_TOLD].sort());
  });

  it('is nobody\'s account, sign-in, reading mark, presence, reminder or notification', () => {
    expect(['user.signedIn', 'access.refused', 'channelReader.read', 'reminder.fired', 'notification.created', 'session.revoked', 'data.exported', 'timeEntry.logged'].filter(isActivity)).toEqual([]);
  });
});
