import { type Person, type Place, SIGHT } from './world.js';

/** What a writer did: a message, or a task's status. */
export interface Deed {
  subject: 'message' | 'task';
  /** Of the message or the task. */
  id: string;
  place: Place;
  /** A message on the client's side, or a shared task. */
  forClient: boolean;
  /** When it was first sent, `performance.now()`. */
  sentAt: number;
  /** It was answered at the first try. */
  smooth: boolean;
}

/** What a subscription asks about. */
export interface Question {
  subjects: readonly ('message' | 'task')[];
  /** Only what belongs to this record. */
  recordId: string | null;
}

/** Whether somebody should be told of a deed: by who they are and what was done, nothing else. */
export function isPermitted(person: Person, { subject, place, forClient }: Pick<Deed, 'subject' | 'place' | 'forClient'>): boolean {
  const { projects, tasks } = SIGHT[person.role];
  if (subject === 'task' && !tasks) return false;
  switch (projects) {
    case 'ALL':
      return true;
    case 'NONE':
      return false;
    case 'DEPARTMENT':
      return place.department === person.department;
    case 'OWN':
      return place.customerId === person.customerId && forClient;
  }
}

export function isAsked({ subjects, recordId }: Question, { subject, id, place }: Pick<Deed, 'subject' | 'id' | 'place'>): boolean {
  if (!subjects.includes(subject)) return false;
  return recordId === null || recordId === id || recordId === place.projectId || (subject === 'message' && recordId === place.channelId);
}
