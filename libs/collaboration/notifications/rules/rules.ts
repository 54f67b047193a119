import type { ConsumedEvent } from '@throughline/platform/events';
import { after, before, inWords, type Rule, saidIn } from './rule.js';

const ownerChanged = (event: ConsumedEvent): boolean => typeof after(event, 'ownerId') === 'string' && after(event, 'ownerId') !== before(event, 'ownerId');
const dueChanged = (event: ConsumedEvent): boolean => 'dueOn' in event.changes && event.accessBefore !== null;
const becameShared = (event: ConsumedEvent): boolean => event.accessAfter?.sharedWithClient === true && event.accessBefore?.sharedWithClient !== true;
const shared = (event: ConsumedEvent): boolean => event.accessAfter?.sharedWithClient === true;
const status = (event: ConsumedEvent): Record<string, string> => ({ status: inWords(after(event, 'status')) });
const day = (event: ConsumedEvent): Record<string, string> => ({ day: typeof after(event, 'dueOn') === 'string' ? String(after(event, 'dueOn')) : 'no fixed day' });

const given = (title = '{actor} gave you {record}'): Rule => ({ kind: 'ASSIGNMENT', reason: 'It is yours now', title, to: ['NEW_OWNER'], when: ownerChanged });
const assigned: Rule = { kind: 'ASSIGNMENT', reason: 'You were assigned', title: '{actor} assigned you to {record}', to: ['ADDED_ASSIGNEES'] };
/** The state of something one owns or works on. */
const moved = (title: string, more: Partial<Rule> = {}): Rule =>
  ({ kind: 'STATUS', reason: 'You own it or work on it', title, to: ['OWNER', 'ASSIGNEES'], body: saidIn, ...more });
const client = (title: string, more: Partial<Rule> = {}): Rule =>
  ({ kind: 'CLIENT_UPDATE', reason: 'News on your project', title, to: ['CLIENTS'], ...more });
const account = (title: string, more: Partial<Rule> = {}): Rule =>
  ({ kind: 'SECURITY', reason: 'It concerns your account', title, to: ['ACCOUNT'], about: 'NOTHING', urgent: true, evenActor: true, ...more });
/** A mail tells of it already (libs/identity): the inbox and the browser only. */
const MAILED = { only: ['IN_APP', 'PUSH'] } as const;
const reminded = { kind: 'REMINDER', reason: 'You asked to be reminded', to: ['OWNER'], about: 'REMINDED', urgent: true, evenActor: true } as const;
/** What a change of work may have finished. */
const reached: readonly Rule[] = [
  { kind: 'MILESTONE', reason: 'You run the project', title: 'Milestone reached: {record}', to: ['OWNER'], about: 'MILESTONES_REACHED', once: true, evenActor: true },
  client('Milestone reached: {record}', { about: 'MILESTONES_REACHED', once: true }),
];

/**
 * Who is told what, event by event (NOT-01). A kind that is not here tells nobody; several lines of one kind all hold, and whoever two
 * of them reach is told by the first.
 */
export const RULES: Readonly<Record<string, readonly Rule[]>> = {
  // Work.
  'task.created': [assigned],
  'task.assigned': [assigned],
  'task.transferred': [assigned, given()],
  'task.submitted': [{ kind: 'APPROVAL', reason: 'You review it', title: '{actor} handed in {record}', to: ['REVIEWER'] }],
  'task.returned': [{ kind: 'APPROVAL', reason: 'You worked on it', title: '{actor} returned {record}', to: ['ASSIGNEES'], body: saidIn, urgent: true }],
  'task.accepted': [{ kind: 'APPROVAL', reason: 'You worked on it', title: '{actor} accepted {record}', to: ['ASSIGNEES'] }, ...reached],
  'task.completed': [moved('{actor} completed {record}'), ...reached],
  'task.blocked': [moved('{actor} blocked {record}')],
  'task.reopened': [moved('{actor} opened {record} again')],
  'task.statusChanged': [moved('{actor}: {record} is {status} now', { words: status, to: ['ASSIGNEES'] }), ...reached],
  'task.cancelled': [moved('{actor} cancelled {record}'), ...reached],
  'task.dueSoon': [{ kind: 'REMINDER', reason: 'You work on it', title: 'Due on {day}: {record}', to: ['ASSIGNEES'], words: day }],
  'task.overdue': [{ kind: 'REMINDER', reason: 'You work on it', title: 'Overdue since {day}: {record}', to: ['ASSIGNEES', 'OWNER'], words: day, urgent: true }],
  'taskRequest.created': [{ kind: 'APPROVAL', reason: 'You decide about it', title: '{actor} asks for a sub-task of {record}', to: ['REQUEST_DECIDERS'], about: 'TASK_OF_REQUEST', body: (event) => textOf(after(event, 'title')) }],
  'taskRequest.approved': [{ kind: 'APPROVAL', reason: 'You asked for it', title: '{actor} approved your sub-task of {record}', to: ['REQUESTER'], about: 'TASK_OF_REQUEST' }],
  'taskRequest.rejected': [{ kind: 'APPROVAL', reason: 'You asked for it', title: '{actor} rejected your sub-task of {record}', to: ['REQUESTER'], about: 'TASK_OF_REQUEST', body: saidIn }],

  // Projects and their milestones.
  'project.created': [given('{actor} made you the manager of {record}')],
  'project.updated': [given('{actor} made you the manager of {record}'), client('{actor} shares the project {record} with you', { when: becameShared })],
  'project.transferred': [given()],
  'project.submitted': [{ kind: 'APPROVAL', reason: 'You decide about it', title: '{actor} asks for the approval of {record}', to: ['APPROVERS'], urgent: true }],
  'project.approved': [
    { kind: 'APPROVAL', reason: 'You asked for it', title: '{actor} approved {record}', to: ['SUBMITTER'], body: saidIn },
    given('{actor} approved {record} and made you its manager'),
    client('Your project {record} can begin', { when: shared }),
  ],
  'project.returned': [{ kind: 'APPROVAL', reason: 'You asked for it', title: '{actor} returned {record} for changes', to: ['SUBMITTER', 'OWNER'], body: saidIn, urgent: true }],
  'project.rejected': [{ kind: 'APPROVAL', reason: 'You asked for it', title: '{actor} rejected {record}', to: ['SUBMITTER', 'OWNER'], body: saidIn }],
  'project.held': [moved('{actor} put {record} on hold'), client('Your project {record} is on hold', { when: shared })],
  'project.resumed': [moved('{actor} resumed {record}'), client('Your project {record} goes on', { when: shared })],
  'project.delivered': [moved('{actor} delivered {record}'), client('Your project {record} is delivered', { when: shared })],
  'project.reopened': [moved('{actor} took {record} back to work'), client('Work on your project {record} goes on', { when: shared })],
  'project.maintained': [moved('{actor} started the maintenance of {record}'), client('The maintenance of your project {record} begins', { when: shared })],
  'project.closed': [moved('{actor} closed {record}'), client('Your project {record} is closed', { when: shared })],
  'project.cancelled': [moved('{actor} cancelled {record}')],
  'milestone.created': [client('New milestone: {record}', { when: shared })],
  'milestone.updated': [
    { kind: 'MILESTONE', reason: 'You run the project', title: '{actor} moved the milestone {record} to {day}', to: ['OWNER'], when: dueChanged, words: day },
    client('The milestone {record} is due on {day} now', { when: (event) => dueChanged(event) && shared(event), words: day }),
    client('New milestone: {record}', { when: becameShared }),
  ],
  'milestone.dueSoon': [{ kind: 'MILESTONE', reason: 'You run the project', title: 'Milestone due on {day}: {record}', to: ['OWNER'], words: day }],
  'milestone.overdue': [{ kind: 'MILESTONE', reason: 'You run the project', title: 'Milestone overdue since {day}: {record}', to: ['OWNER'], words: day, urgent: true }],

  // Tickets, deals, leads, customers, quotes.
  'ticket.assigned': [given('{actor} gave you the ticket {record}')],
  'ticket.validated': [given('{actor} validated {record} and gave it to you')],
  'ticket.transferred': [given()],
  'ticket.status_changed': [moved('{actor}: {record} is {status} now', { words: status, to: ['OWNER', 'CREATOR'] })],
  'ticket.scoped': [moved('{actor} fixed the scope of {record}', { to: ['CREATOR'] })],
  'deal.created': [given('{actor} gave you the deal {record}')],
  'deal.updated': [given('{actor} gave you the deal {record}')],
  'deal.transferred': [given()],
  'deal.won': [moved('Won: {record}')],
  'deal.lost': [moved('{actor} lost {record}')],
  'deal.reopened': [moved('{actor} opened {record} again')],
  'deal.stage_changed': [moved('{actor} moved {record} to another stage')],
  'lead.assigned': [given('{actor} gave you the lead {record}')],
  'lead.created': [given('New lead for you: {record}')],
  'lead.transferred': [given()],
  'lead.converted': [moved('{actor} converted {record}')],
  'lead.disqualified': [moved('{actor} disqualified {record}')],
  'customer.updated': [given('{actor} gave you the customer {record}')],
  'customer.transferred': [given()],
  'quote.sent': [client('A quote for you: {record}', { reason: 'A quote waits for you' })],
  'quote.viewed': [moved('The client looked at {record}')],
  'quote.accepted': [moved('The client accepted {record}', { urgent: true })],
  'quote.declined': [moved('The client declined {record}', { urgent: true })],

  // Hand-offs (ORG-04).
  'handOff.offered': [{ kind: 'HAND_OFF', reason: 'You take it over', title: '{actor} hands {record} over: {step}', to: ['TAKERS'], about: 'HANDED_OVER', words: stepOf }],
  'handOff.accepted': [{ kind: 'HAND_OFF', reason: 'You handed it over', title: '{actor} took {record} over', to: ['GIVER'], about: 'HANDED_OVER' }],
  'handOff.returned': [{ kind: 'HAND_OFF', reason: 'You handed it over', title: '{actor} gave {record} back', to: ['GIVER'], about: 'HANDED_OVER', body: saidIn, urgent: true }],
  'handOff.overdue': [{ kind: 'HAND_OFF', reason: 'It waits for an answer', title: 'Nobody has answered in time: {record}', to: ['TAKERS', 'GIVER'], about: 'HANDED_OVER', urgent: true }],
  'timeOff.requested': [{ kind: 'APPROVAL', reason: 'You decide about it', title: '{actor} asks for time off', to: ['TIME_OFF_DECIDERS'] }],
  'timeOff.approved': [{ kind: 'APPROVAL', reason: 'You asked for it', title: '{actor} approved your time off', to: ['OWNER'] }],
  'timeOff.declined': [{ kind: 'APPROVAL', reason: 'You asked for it', title: '{actor} declined your time off', to: ['OWNER'], body: saidIn }],

  // Talk.
  'file.attached': [{
    kind: 'STATUS', reason: 'You own it or work on it', title: '{actor} added {file} to {record}', to: ['HOLDERS'], about: 'FILE_HOLDER', when: (event) => after(event, 'fromClient') === true,
    words: (event) => ({ file: textOf(after(event, 'name')) ?? 'a file' }),
  }],
  'message.posted': [
    { kind: 'MENTION', reason: 'You were named', title: '{actor} named you{place}', to: ['MENTIONED'], about: 'MESSAGE', once: true },
    { kind: 'MESSAGE', reason: 'You are part of the thread', title: '{actor} answered{place}', to: ['THREAD'], about: 'MESSAGE', once: true },
    { kind: 'MESSAGE', reason: 'You follow the channel', title: '{actor} wrote{place}', to: ['FOLLOWERS'], about: 'MESSAGE', once: true },
  ],
  'message.published': [{ kind: 'MESSAGE', reason: 'You follow the channel', title: '{actor} wrote{place}', to: ['CLIENT_FOLLOWERS'], about: 'MESSAGE', once: true }],

  // One's own account, and the product.
  'user.newDevice': [account('Somebody signed in to your account on a new device', MAILED)],
  'user.lockedOut': [account('Your account was locked after wrong passwords')],
  'user.badReputation': [account('A sign-in to your account came from a network with a bad reputation')],
  'user.passwordChanged': [account('Your password was changed', MAILED)],
  'user.secondFactorEnrolled': [account('A second factor was set up for your account')],
  'user.secondFactorRemoved': [account('The second factor of your account was removed', MAILED)],
  'user.secondFactorReset': [account('The second factor of your account was reset', MAILED)],
  'user.recoveryCodeUsed': [account('A recovery code of your account was used')],
  'user.refreshTokenReused': [account('A session of your account was copied and has been ended')],
  'user.rolesChanged': [account('What you may do was changed')],
  'security.alert': [{ kind: 'SECURITY', reason: 'You administer the organization', title: 'Security alert: {threshold}', to: ['ADMINISTRATORS'], about: 'NOTHING', urgent: true, words: (event) => ({ threshold: inWords(after(event, 'threshold')) }), ...MAILED }],
  'maintenance.announced': [{
    kind: 'MAINTENANCE', reason: 'It concerns everybody', title: '{title}', to: ['EVERYBODY'], about: 'NOTHING', urgent: true,
    words: (event) => ({ title: String(after(event, 'title') ?? 'Maintenance') }), body: (event) => textOf(after(event, 'body')),
  }],
  'reminder.fired': [
    { ...reminded, title: '{note}', when: (event) => textOf(after(event, 'note')) !== null, words: (event) => ({ note: textOf(after(event, 'note')) ?? '' }) },
    { ...reminded, title: 'Reminder: {record}', when: (event) => textOf(after(event, 'note')) === null },
  ],
};

/** Event kinds that tell somebody. */
export const TOLD_KINDS: readonly string[] = Object.keys(RULES);

/** The lines that hold for an event. */
export const rulesFor = (event: ConsumedEvent): readonly Rule[] => (RULES[event.kind] ?? []).filter(({ when }) => when?.(event) ?? true);

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() ? value.trim() : null;
}

function stepOf(event: ConsumedEvent): Record<string, string> {
  return { step: textOf(after(event, 'step')) ?? 'look at it' };
}
