import { newId } from '../../../libs/platform/kernel/index.js';
import type { Verdict } from './oracle.js';
import type { Probes } from './probes.js';
import type { Person, Relation } from './relations.js';

/** What cannot be seen in the schema: which record an operation is about, and what a person would fill in. */
export interface Recipe {
  /** The subject of the record it works on, where it is not the permission's: quotes are written on deals. */
  on?: string;
  /** The argument or input field that names the record; `id` where absent, null where there is none. */
  record?: string | null;
  /** The permission that decides on the record, where the declared one only opens the door. */
  permission?: string;
  /** The probe whose id is passed, where the record has its rights from another: a requirement from its ticket. */
  probe?: string;
  /** What the types do not tell. */
  variables?: (probes: Probes, person: Person) => Record<string, unknown>;
  /** What a stranger to it would enter is refused, even from those who may (a made-up code, an id of nothing): being told so means being let in. */
  refusesInput?: boolean;
  /** Takes several records and reports which it left out. */
  bulk?: boolean;
  /** Changes the record although no version is asked: the record is put back before each call. */
  moves?: boolean;
  /** A rule of the work itself refuses some whom the permission would allow; who and why. */
  /** A list of what is no single record's: only whether it is answered, and that nothing of another organization stands in it. */
  noRecord?: boolean;
  /** A list that names archived records only when it is asked for them. */
  leavesOutArchived?: boolean;
  /** Changes the caller's own sign-in: asked by somebody else with the same role, made for this one cell. */
  throwaway?: boolean | 'NEW';
  /** Relations in which it cannot be asked without harm to the caller. */
  except?: readonly Relation[];
  /** A rule of the work itself beside the grants, and why. */
  rule?: { why: string; verdict(person: Person, relation: Relation, byGrants: Verdict): Verdict };
}

const content = { title: 'Quote', validUntil: '2027-12-31', lines: [{ description: 'Line', quantity: '1', unitPriceMinor: '100' }] };
const input = (fields: Record<string, unknown>) => () => ({ input: fields });
/** Unique texts for what may exist only once. */
let count = 0;
const fresh = (word: string): string => `${word}-${(count += 1)}`;

const named: Recipe['rule'] = {
  why: 'whoever it is given to by name may answer wherever it lies',
  verdict: ({ client }, relation, byGrants) => ((relation === 'own' || relation === 'abroad') && !client && byGrants === 'FORBIDDEN' ? 'ALLOWED' : byGrants),
};

/** What hangs on the words themselves. */
const authorOnly: Recipe['rule'] = {
  why: 'only the author puts other words into a message',
  verdict: ({ client }, relation, byGrants) => (byGrants === 'ALLOWED' && (client || (relation !== 'own' && relation !== 'abroad')) ? 'FORBIDDEN' : byGrants),
};

export const RECIPES: Readonly<Record<string, Recipe>> = {
  // A project's channel: what only its members may do in others is refused here by the rules of its kind, after the rights.
  openDirectChannel: { permission: 'channel.post' },
  createChannel: { permission: 'channel.post', variables: input({ kind: 'PRIVATE', name: 'Probe' }) },
  openRecordChannel: { on: 'project', record: 'recordId', variables: input({ subject: 'project' }) },
  recordChannel: { variables: ({ project }) => ({ subject: 'project', recordId: project }) },
  myChannels: { noRecord: true },
  updateChannel: { permission: 'channel.moderate', variables: input({ topic: 'Probe' }) },
  addChannelMembers: { permission: 'channel.moderate' },
  removeChannelMember: { permission: 'channel.moderate' },
  // An answer to nothing: whoever is told so may speak here.
  postMessage: {
    on: 'channel', record: 'channelId', permission: 'channel.post', variables: (_, { client }) => ({ input: { side: client ? 'CLIENT' : 'INTERNAL', threadId: newId() } }),
    rule: { why: 'clients speak on their side, by channel.postToClient', verdict: ({ client }, _, byGrants) => (client && byGrants === 'FORBIDDEN' ? 'ALLOWED' : byGrants) },
  },
  messages: { on: 'channel', record: 'channelId', permission: 'channel.read' },
  clientReaders: { on: 'channel', record: 'channelId', permission: 'channel.read' },
  mentionCandidates: { on: 'channel', record: 'channelId', permission: 'channel.read', variables: () => ({ side: 'CLIENT', search: 'nobody by that name' }) },
  editMessage: { rule: authorOnly },
  deleteMessage: { rule: { why: 'clients delete their own messages', verdict: ({ client }, _, byGrants) => (client && byGrants === 'ALLOWED' ? 'FORBIDDEN' : byGrants) } },
  setReaction: { variables: input({ emoji: '👍' }) },
  createTaskFromMessage: { on: 'message', permission: 'message.read', variables: () => ({ input: { projectId: newId() } }) },
  createTicketFromMessage: { on: 'message', permission: 'message.read', variables: input({ categoryKey: 'NONE' }) },
  createLead: { variables: input({ name: 'Probe' }) },
  createLeadForm: { variables: () => ({ input: { slug: fresh('probe'), services: [{ key: 'WEB', label: 'Web' }] } }) },
  createProduct: { variables: () => ({ input: { sku: fresh('probe'), price: { amountMinor: '100', currency: 'USD' } } }) },
  createUser: { variables: () => ({ input: { email: `${fresh('probe')}@example.test`, tier: 'EMPLOYEE' } }) },
  createContact: { on: 'customer', record: 'customerId' },
  createDeal: { record: null },
  createQuote: { on: 'deal', record: 'dealId', variables: input({ content }) },
  updateQuote: { variables: input({ content }) },
  openOnboardingTicket: { on: 'deal', record: 'dealId', variables: input({ categoryKey: 'WEB' }) },
  createMilestone: { on: 'project', record: 'projectId' },
  createTask: { on: 'project', record: 'projectId' },
  createTasksFromTemplate: { on: 'project', record: 'projectId', variables: input({ templateKey: 'WEB' }) },
  createSubTask: { on: 'task', record: 'parentId' },
  requestSubTask: { on: 'task', record: 'parentId' },
  logTime: { on: 'task', record: 'taskId', permission: 'task.read', variables: input({ minutes: 5, workedOn: '2026-11-02' }) },
  createProject: { record: null, variables: (_, { departmentId }) => ({ input: departmentId ? { departmentId } : {} }) },
  qualifyLead: { variables: input({ budget: { amountMinor: '100', currency: 'USD' }, authority: 'YES', need: 'EXPLICIT', timeline: 'IMMEDIATE' }) },
  moveProject: { permission: 'project.run', variables: input({ move: 'HOLD', reason: 'Probe' }) },
  moveTicket: { permission: 'ticket.work', variables: input({ move: 'START' }) },
  moveTicketRequirement: { on: 'ticket', probe: 'ticketRequirement', variables: input({ move: 'RECEIVE', value: 'Probe' }) },
  deactivateUser: { rule: { why: 'the superadmin cannot be deactivated', verdict: ({ role }, relation, byGrants) => (role === 'SUPERADMIN' && relation === 'own' ? 'FORBIDDEN' : byGrants) } },
  claimLead: { moves: true },
  claimTask: { moves: true },
  bulkAssignLeads: { on: 'lead', record: 'ids', bulk: true },
  bulkCloseLeads: { on: 'lead', record: 'ids', bulk: true, moves: true, permission: 'lead.disqualify', variables: input({ move: 'DISQUALIFY' }) },
  bulkTagLeads: { on: 'lead', record: 'ids', bulk: true, variables: input({ add: ['probe'] }) },
  dealStageTotals: { record: null },
  whyProgress: { on: 'project', variables: () => ({ kind: 'PROJECT', levels: 2 }) },
  reauthenticate: { variables: input({ password: 'a password of the tests' }) },
  // What one is told, and how.
  notificationCounts: { record: null },
  alertPanel: { record: null },
  markNotificationsRead: { record: 'ids' },
  finishNotifications: { record: 'ids', moves: true },
  snoozeNotifications: { record: 'ids', moves: true, variables: () => ({ input: { until: new Date(Date.now() + 86_400_000).toISOString() } }) },
  markAllNotificationsRead: { record: null },
  sendTestNotification: { record: null, variables: input({ channel: 'SLACK' }), refusesInput: true },
  announceMaintenance: { record: null },
  updateNotificationPreferences: { variables: input({ quietDays: [9] }), refusesInput: true },
  registerPush: { variables: input({ endpoint: 'nowhere' }), refusesInput: true },
  removePush: { record: null, refusesInput: true, variables: () => ({ input: { id: newId() } }) },
  notificationAdapters: { record: null },
  updateNotificationAdapters: { record: null, variables: input({ slack: null }) },
  retryNotificationDelivery: { refusesInput: true },
  createReminder: { record: null, variables: () => ({ input: { note: 'Probe', dueAt: new Date(Date.now() + 86_400_000).toISOString() } }) },
  deleteReminder: { moves: true },
  updateLeadScoring: { variables: input({ hotFrom: 70, warmFrom: 40, rules: [] }) },
  leadScoringPreview: { record: null, variables: () => ({ profile: { hotFrom: 70, warmFrom: 40, rules: [] } }) },
  createTag: { record: null, variables: () => ({ input: { name: fresh('probe') } }) },
  updateTag: { variables: () => ({ input: { name: fresh('probe') } }) },
  mergeTags: { refusesInput: true, variables: () => ({ input: { intoId: newId() } }) },
  deleteTag: { moves: true },
  tagUses: { record: null },
  updateTicketSettings: { variables: input({ categoryKey: 'WEB' }) },
  signOut: { throwaway: true },

  // One's own account: for everybody who is signed in.
  endOtherSessions: { throwaway: true },
  endSession: { record: null, throwaway: true, refusesInput: true, variables: () => ({ input: { id: newId() } }) },
  changePassword: { throwaway: 'NEW', variables: input({ currentPassword: 'a password of the tests', newPassword: 'quite another passphrase 7391' }) },
  beginSecondFactor: { throwaway: true },
  confirmSecondFactor: { throwaway: true, variables: input({ code: '000000' }), refusesInput: true },
  renewRecoveryCodes: { throwaway: true },
  removeSecondFactor: { throwaway: true },
  endViewAs: { throwaway: true },

  // Other people's accounts.
  userSessions: { on: 'user', record: 'userId' },
  userSecondFactor: { on: 'user', record: 'userId' },
  userOpenRecords: { on: 'user', record: 'userId' },
  endSessionsOf: { on: 'user', record: 'userId', except: ['own'] },
  resetSecondFactor: { on: 'user', record: 'userId', except: ['own'] },
  inviteUser: { variables: () => ({ input: { email: `${fresh('invited')}@example.test`, tier: 'EMPLOYEE' } }) },

  // Roles and rights.
  createRole: { variables: () => ({ input: { name: fresh('Role'), tiers: ['EMPLOYEE'] } }) },
  grantPermission: { variables: input({ grant: { permission: 'lead.read', scope: 'OWN', effect: 'ALLOW' } }) },
  revokePermission: { variables: () => ({ input: { grantId: newId() } }) },
  grantException: { on: 'user', record: 'userId', except: ['own'], variables: input({ grant: { permission: 'lead.read', scope: 'OWN', effect: 'ALLOW' }, reason: 'Probe' }) },
  revokeException: { record: null, refusesInput: true, variables: () => ({ input: { id: newId() } }) },
  explainAccess: { on: 'user', record: 'userId', variables: () => ({ permission: 'lead.read' }) },
  whoCanAccess: { on: 'lead', record: 'recordId', variables: () => ({ permission: 'lead.read' }) },
  startViewAs: { record: null, throwaway: true, variables: ({ role }) => ({ input: { roleId: role, reason: 'Probe' } }) },

  // What every record has.
  recordHistory: { on: 'lead', permission: 'lead.read', variables: () => ({ subject: 'lead' }) },
  restoreRecordFields: { on: 'lead', permission: 'lead.update', variables: ({ leadEvent }) => ({ input: { subject: 'lead', eventId: leadEvent, fields: ['company'] } }) },
  announcePresence: { on: 'lead', record: 'recordId', permission: 'lead.read', variables: input({ subject: 'lead', mode: 'VIEWING' }) },
  unmaskField: { on: 'lead', record: 'recordId', permission: 'lead.unmask', variables: input({ subject: 'lead', field: 'email' }) },

  // Security and settings.
  auditEvents: { noRecord: true },
  // Not the lead: values of its history are brought back by others.
  eraseFromHistory: { on: 'contact', variables: input({ kind: 'CONTACT', reason: 'Probe' }) },
  rotateSignInProviderKey: { refusesInput: true },
  activity: { noRecord: true },
  // Every refused and repeated sign-in of the run writes a mail: the probe is among the oldest.
  outgoingMails: { variables: () => ({ sort: [{ field: 'CREATED_AT', direction: 'ASC' }] }) },
  notificationDeliveries: { variables: () => ({ sort: [{ field: 'CREATED_AT', direction: 'ASC' }] }) },
  decideAccessReview: { record: null, refusesInput: true, variables: () => ({ input: { id: newId(), decision: 'CONFIRMED' } }) },
  updateSecurityThreshold: { record: null, variables: input({ key: 'ACCESS_REFUSED', most: 50, minutes: 15, active: true }) },
  createApiKey: { variables: () => ({ input: { expiresAt: new Date(Date.now() + 86_400_000).toISOString(), name: fresh('Key'), grants: [{ permission: 'lead.read', scope: 'ORGANIZATION', effect: 'ALLOW' }] } }) },
  offerHandOff: { on: 'lead', record: 'recordId', permission: 'lead.read', variables: (_, { departmentId }) => ({ input: { subject: 'lead', step: 'Probe', toDepartmentId: departmentId } }) },
  acceptHandOff: { rule: named },
  returnHandOff: { rule: named },
  withdrawHandOff: { rule: { why: 'only whoever handed it over takes that back; here the superadmin', verdict: ({ role }, _, byGrants) => (role !== 'SUPERADMIN' && byGrants === 'ALLOWED' ? 'FORBIDDEN' : byGrants) } },
  createPipeline: { variables: () => ({ input: { name: fresh('Pipeline') } }) },
  createServiceCategory: { variables: ({ department }) => ({ input: { name: fresh('Category'), departmentId: department } }) },
  departmentPerformance: { rule: { why: 'figures that one may not see are as good as missing', verdict: (_, __, byGrants) => (byGrants === 'FORBIDDEN' ? 'NOT_FOUND' : byGrants) }, on: 'department', record: 'departmentId', variables: () => ({ from: '2026-11-01', to: '2026-11-30' }) },
  archivePickListItem: { permission: 'pickList.updateSales' },
  renamePickListItem: { permission: 'pickList.updateSales' },
  restorePickListItem: { permission: 'pickList.updateSales' },
  tickHandOffItem: { permission: 'handOff.answer', rule: named, variables: () => ({ input: { itemId: newId(), done: true } }) },
  createSignInProvider: { variables: () => ({ input: { kind: 'OIDC', name: fresh('Provider'), issuer: 'https://identity.example', clientId: 'probe' } }) },
  decideTimeOff: { rule: { why: 'but for administrators somebody else decides about one\'s own', verdict: ({ role, client }, relation, byGrants) => ((relation === 'own' || relation === 'abroad') && !client && !role.endsWith('ADMIN') && byGrants === 'ALLOWED' ? 'FORBIDDEN' : byGrants) } },
  requestTimeOff: { record: null, variables: ({ timeOffKind }) => ({ input: { kindId: timeOffKind, from: '2027-06-01', to: '2027-06-02' } }), refusesInput: true },
  createPickListItem: { permission: 'pickList.updateSales', variables: () => ({ input: { list: 'INDUSTRY', label: fresh('Choice') } }) },
  orderPickListItems: { record: null, permission: 'pickList.updateSales', variables: input({ list: 'INDUSTRY', ids: [] }) },
  // Files that are not the caller's, on a record that is: whoever is told of the files was let through to the record.
  attachFiles: { on: 'project', record: 'recordId', permission: 'project.update', variables: () => ({ input: { fileIds: [newId()], subject: 'project' } }) },
  handInFiles: { on: 'project', record: 'recordId', variables: () => ({ input: { fileIds: [newId()], subject: 'project' } }) },
  renameFile: { variables: input({ name: 'Probe.txt' }) },
  updateFilePolicy: { record: null, variables: input({ allowedTypes: ['image/png', 'text/plain'], maxBytes: '1000000' }) },
};
