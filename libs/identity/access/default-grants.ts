import type { Scope } from '@throughline/platform/access';
import { BUILT_IN_ROLES, type BuiltInRoleKey, STAFF_ROLES } from './built-in-roles.js';

/** How far each role reaches with one permission. */
type Reach = Partial<Record<BuiltInRoleKey, Scope>>;

const OWN = 'OWN';
const ASSIGNED = 'ASSIGNED';
const DEPARTMENT = 'DEPARTMENT';
const ORGANIZATION = 'ORGANIZATION';
const CUSTOMER = 'CUSTOMER';

/** Everybody who works here, everywhere: what names, pickers and record headers need. */
const EVERYBODY: Reach = Object.fromEntries(STAFF_ROLES.map((role) => [role, ORGANIZATION]));
/** Everybody who works here but for the analyst, who changes nothing. */
const reaching = (scope: Scope): Reach => Object.fromEntries(STAFF_ROLES.filter((role) => role !== 'ANALYST').map((role) => [role, scope]));
/** Everybody with an account, for what is theirs alone: whatever the scope, it reaches their own (`personal` subjects). */
const EVERYONE_THEIR_OWN: Reach = { ...Object.fromEntries(STAFF_ROLES.map((role) => [role, OWN])), CLIENT_MEMBER: CUSTOMER };
/** Those who deal with customers' affairs at all (requirement R3 6: everyone views customers and contacts). */
const { HR: _hr, ...CUSTOMER_FACING } = EVERYBODY;

/**
 * The default grants of every built-in role (ACL-08), one line a permission.
 * - SUPERADMIN and ADMIN are not named: they hold every line at ORGANIZATION, but for `CLIENTS_ONLY`.
 * - A role also has what its parent has (`BUILT_IN_ROLES`): DEPARTMENT_MANAGER > TEAM_LEAD > TEAM_MEMBER,
 *   SUPPORT_MANAGER > SUPPORT_AGENT, CLIENT_OWNER > CLIENT_MEMBER. Lines name only what comes on top.
 * - An empty line is a permission for administrators only.
 *
 * Requirement R3, section 6 (`crm.x.view` is `x.read` here), permission by permission:
 * - customer, contact, lead, deal CREATE/VIEW/UPDATE: `x.create`, `x.read`, `x.update`; LEAD_CONVERT `lead.convert`, LEAD_SCORE `lead.score`,
 *   LEAD_ASSIGN `lead.assign` (and `lead.claim`), LEAD_DISQUALIFY `lead.disqualify`; DEAL_WIN `deal.win`, DEAL_LOSE `deal.lose`, DEAL_STAGE_CHANGE `deal.advance`.
 * - PIPELINE_VIEW `pipeline.read`; PIPELINE_CREATE/UPDATE/DELETE `pipeline.update` (a pipeline and its stages are edited as one).
 * - ACTIVITY_*: tasks of projects are `task.create`, `.read`, `.update`, `.delete`, `.assign`; activities of sales and COMMUNICATION_* come with that feature.
 * - SETTINGS_MANAGE: `organization.update`, `securityPolicy.update`, `pipeline.update`, `serviceCategory.update`, `role.grant`.
 * - *_DELETE of customers, contacts, leads, deals, CUSTOMER_MERGE, CUSTOMER_EXPORT, REPORTS_*: their lines come with the features; nothing
 *   can be deleted, merged or exported without them.
 * R3's roles: ADMIN all is ADMIN here; MANAGER (all but delete, merge, settings) is SALES_MANAGER; SALES_REP (view all, change one's own) is SALES_AGENT and
 * SALES_CLOSER; USER (views customers and contacts) is every staff role but HR, by `CUSTOMER_FACING`. "View all" means the department's records for
 * leads and deals: the product's ten roles are narrower than R3's four (domain.md, "Permissions").
 *
 * Whoever declares a permission in a feature adds its line here; a test finds lines and permissions without each other.
 */
export const DEFAULT_GRANTS: Record<string, Reach> = {
  // Stages 1 and 2: enquiries arrive and are qualified by the Sales Closer.
  'lead.read': { SALES_MANAGER: DEPARTMENT, SALES_CLOSER: DEPARTMENT, SALES_AGENT: DEPARTMENT, MARKETING: ORGANIZATION, ANALYST: ORGANIZATION },
  'lead.create': { SALES_MANAGER: DEPARTMENT, SALES_CLOSER: DEPARTMENT, SALES_AGENT: DEPARTMENT, MARKETING: ORGANIZATION },
  'lead.update': { SALES_MANAGER: DEPARTMENT, SALES_CLOSER: DEPARTMENT, SALES_AGENT: DEPARTMENT },
  'lead.contact': { SALES_MANAGER: DEPARTMENT, SALES_CLOSER: DEPARTMENT, SALES_AGENT: DEPARTMENT },
  'lead.claim': { SALES_MANAGER: DEPARTMENT, SALES_CLOSER: DEPARTMENT, SALES_AGENT: DEPARTMENT },
  'lead.qualify': { SALES_MANAGER: DEPARTMENT, SALES_CLOSER: DEPARTMENT },
  'lead.disqualify': { SALES_MANAGER: DEPARTMENT, SALES_CLOSER: DEPARTMENT },
  'lead.score': { SALES_MANAGER: DEPARTMENT, SALES_CLOSER: DEPARTMENT },
  'lead.lose': { SALES_MANAGER: DEPARTMENT, SALES_CLOSER: DEPARTMENT, SALES_AGENT: OWN },
  'lead.reopen': { SALES_MANAGER: DEPARTMENT, SALES_CLOSER: DEPARTMENT },
  'lead.unmask': {},
  'lead.assign': { SALES_MANAGER: DEPARTMENT },
  'lead.convert': { SALES_MANAGER: DEPARTMENT, SALES_AGENT: DEPARTMENT },
  'leadScoring.read': { SALES_MANAGER: ORGANIZATION, SALES_CLOSER: ORGANIZATION, MARKETING: ORGANIZATION, ANALYST: ORGANIZATION },
  'leadScoring.update': { SALES_MANAGER: ORGANIZATION, MARKETING: ORGANIZATION },
  'leadForm.read': { SALES_MANAGER: ORGANIZATION, MARKETING: ORGANIZATION },
  'leadForm.create': { SALES_MANAGER: ORGANIZATION, MARKETING: ORGANIZATION },
  'leadForm.update': { SALES_MANAGER: ORGANIZATION, MARKETING: ORGANIZATION },
  'leadImport.read': { SALES_MANAGER: ORGANIZATION, MARKETING: ORGANIZATION },
  'leadImport.create': { SALES_MANAGER: ORGANIZATION, MARKETING: ORGANIZATION },

  // Stage 3: the Sales Agent converts, sells and quotes; what they sell is theirs.
  'customer.read': { ...CUSTOMER_FACING, CLIENT_MEMBER: CUSTOMER },
  'customer.create': { SALES_MANAGER: DEPARTMENT, SALES_AGENT: DEPARTMENT, ACCOUNT_MANAGER: ORGANIZATION },
  'customer.update': { SALES_MANAGER: DEPARTMENT, SALES_AGENT: OWN, ACCOUNT_MANAGER: ORGANIZATION },
  'customer.unmask': {},
  'contact.read': { ...CUSTOMER_FACING, CLIENT_MEMBER: CUSTOMER },
  'contact.create': { SALES_MANAGER: DEPARTMENT, SALES_AGENT: DEPARTMENT, ACCOUNT_MANAGER: ORGANIZATION, SUPPORT_AGENT: ORGANIZATION },
  'contact.update': { SALES_MANAGER: DEPARTMENT, SALES_AGENT: OWN, ACCOUNT_MANAGER: ORGANIZATION, SUPPORT_AGENT: ORGANIZATION },
  'contact.unmask': {},
  'deal.read': {
    SALES_MANAGER: DEPARTMENT, SALES_CLOSER: DEPARTMENT, SALES_AGENT: DEPARTMENT, SUPPORT_AGENT: ORGANIZATION,
    ACCOUNT_MANAGER: ORGANIZATION, ACCOUNTANT: ORGANIZATION, ANALYST: ORGANIZATION,
  },
  'deal.create': { SALES_MANAGER: DEPARTMENT, SALES_AGENT: DEPARTMENT },
  'deal.update': { SALES_MANAGER: DEPARTMENT, SALES_AGENT: OWN },
  'deal.advance': { SALES_MANAGER: DEPARTMENT, SALES_AGENT: OWN },
  'deal.win': { SALES_MANAGER: DEPARTMENT, SALES_AGENT: OWN },
  'deal.lose': { SALES_MANAGER: DEPARTMENT, SALES_AGENT: OWN },
  'deal.reopen': { SALES_MANAGER: DEPARTMENT },
  'pipeline.read': {
    SALES_MANAGER: ORGANIZATION, SALES_CLOSER: ORGANIZATION, SALES_AGENT: ORGANIZATION, SUPPORT_AGENT: ORGANIZATION,
    ACCOUNT_MANAGER: ORGANIZATION, ACCOUNTANT: ORGANIZATION, ANALYST: ORGANIZATION,
  },
  'pipeline.update': { SALES_MANAGER: ORGANIZATION },
  'product.read': EVERYBODY,
  'product.create': { SALES_MANAGER: ORGANIZATION },
  'product.update': { SALES_MANAGER: ORGANIZATION },
  'quote.read': {
    SALES_MANAGER: DEPARTMENT, SALES_CLOSER: DEPARTMENT, SALES_AGENT: DEPARTMENT, SUPPORT_AGENT: ORGANIZATION, DEPARTMENT_MANAGER: ORGANIZATION,
    PROJECT_MANAGER: ORGANIZATION, ACCOUNT_MANAGER: ORGANIZATION, ACCOUNTANT: ORGANIZATION, ANALYST: ORGANIZATION, CLIENT_MEMBER: CUSTOMER,
  },
  'quote.create': { SALES_MANAGER: DEPARTMENT, SALES_AGENT: OWN },
  'quote.update': { SALES_MANAGER: DEPARTMENT, SALES_AGENT: OWN },
  'quote.send': { SALES_MANAGER: DEPARTMENT, SALES_AGENT: OWN },
  'quote.decide': { CLIENT_OWNER: CUSTOMER },

  // Stages 4 to 6: the Sales Manager opens, the Support Manager validates and assigns, the Support Agent scopes.
  'ticket.read': {
    SALES_MANAGER: ORGANIZATION, SUPPORT_AGENT: DEPARTMENT, DEPARTMENT_MANAGER: ORGANIZATION, PROJECT_MANAGER: ORGANIZATION,
    ACCOUNT_MANAGER: ORGANIZATION, ANALYST: ORGANIZATION,
  },
  'ticket.open': { SALES_MANAGER: ORGANIZATION },
  'ticket.create': {
    SALES_MANAGER: ORGANIZATION, SUPPORT_AGENT: DEPARTMENT, DEPARTMENT_MANAGER: ORGANIZATION, PROJECT_MANAGER: ORGANIZATION, ACCOUNT_MANAGER: ORGANIZATION,
  },
  'ticket.update': { SUPPORT_AGENT: OWN, SUPPORT_MANAGER: DEPARTMENT },
  'ticket.validate': { SUPPORT_MANAGER: DEPARTMENT },
  'ticket.assign': { SUPPORT_MANAGER: DEPARTMENT },
  'ticket.work': { SUPPORT_AGENT: OWN, SUPPORT_MANAGER: DEPARTMENT },
  'ticket.requirement': { SUPPORT_AGENT: OWN, SUPPORT_MANAGER: DEPARTMENT },
  'ticket.scope': { SUPPORT_AGENT: OWN, SUPPORT_MANAGER: DEPARTMENT },
  'ticketSettings.read': { SALES_MANAGER: ORGANIZATION, SUPPORT_MANAGER: ORGANIZATION },
  'ticketSettings.update': { SUPPORT_MANAGER: ORGANIZATION },
  'serviceCategory.read': EVERYBODY,
  'serviceCategory.update': { SUPPORT_MANAGER: ORGANIZATION },

  // Stage 7: the Department Manager approves and plans.
  'project.read': {
    TEAM_MEMBER: DEPARTMENT, PROJECT_MANAGER: DEPARTMENT, QA_REVIEWER: ORGANIZATION, SUPPORT_AGENT: ORGANIZATION, SALES_MANAGER: ORGANIZATION,
    ACCOUNT_MANAGER: ORGANIZATION, ACCOUNTANT: ORGANIZATION, ANALYST: ORGANIZATION, CLIENT_MEMBER: CUSTOMER,
  },
  'project.create': { DEPARTMENT_MANAGER: DEPARTMENT, PROJECT_MANAGER: DEPARTMENT },
  'project.approve': { DEPARTMENT_MANAGER: DEPARTMENT },
  'project.update': { DEPARTMENT_MANAGER: DEPARTMENT, PROJECT_MANAGER: DEPARTMENT },
  'project.submit': { SUPPORT_AGENT: ORGANIZATION, DEPARTMENT_MANAGER: DEPARTMENT, PROJECT_MANAGER: DEPARTMENT },
  'project.run': { DEPARTMENT_MANAGER: DEPARTMENT, PROJECT_MANAGER: DEPARTMENT },
  'project.cancel': { DEPARTMENT_MANAGER: DEPARTMENT },
  'projectDecision.read': {
    TEAM_LEAD: ORGANIZATION, PROJECT_MANAGER: ORGANIZATION, SUPPORT_AGENT: ORGANIZATION, SALES_MANAGER: ORGANIZATION, ACCOUNT_MANAGER: ORGANIZATION, ANALYST: ORGANIZATION,
  },
  'milestone.read': {
    TEAM_MEMBER: DEPARTMENT, PROJECT_MANAGER: DEPARTMENT, QA_REVIEWER: ORGANIZATION, ACCOUNT_MANAGER: ORGANIZATION, ACCOUNTANT: ORGANIZATION,
    ANALYST: ORGANIZATION, CLIENT_MEMBER: CUSTOMER,
  },
  'milestone.create': { DEPARTMENT_MANAGER: DEPARTMENT, PROJECT_MANAGER: DEPARTMENT },
  'milestone.update': { DEPARTMENT_MANAGER: DEPARTMENT, PROJECT_MANAGER: DEPARTMENT },

  // Stages 8 and 9: the Team Lead breaks down and assigns, the Team Member works, QA (or the lead) reviews.
  'task.read': {
    TEAM_MEMBER: DEPARTMENT, PROJECT_MANAGER: DEPARTMENT, QA_REVIEWER: ORGANIZATION, ACCOUNT_MANAGER: ORGANIZATION, ANALYST: ORGANIZATION,
    CLIENT_MEMBER: CUSTOMER,
  },
  'task.create': { TEAM_LEAD: DEPARTMENT, PROJECT_MANAGER: DEPARTMENT },
  'task.update': { TEAM_LEAD: DEPARTMENT, PROJECT_MANAGER: DEPARTMENT },
  'task.assign': { TEAM_LEAD: DEPARTMENT, PROJECT_MANAGER: DEPARTMENT },
  'task.work': { TEAM_MEMBER: ASSIGNED, TEAM_LEAD: DEPARTMENT },
  'task.review': { TEAM_LEAD: DEPARTMENT, PROJECT_MANAGER: DEPARTMENT, QA_REVIEWER: ORGANIZATION },
  'task.claim': { TEAM_MEMBER: DEPARTMENT },
  'task.request': { TEAM_MEMBER: DEPARTMENT },
  'task.override': { TEAM_LEAD: DEPARTMENT, PROJECT_MANAGER: DEPARTMENT },
  'task.cancel': { TEAM_LEAD: DEPARTMENT, PROJECT_MANAGER: DEPARTMENT },
  'task.delete': { DEPARTMENT_MANAGER: DEPARTMENT, PROJECT_MANAGER: DEPARTMENT },
  'taskReview.read': { TEAM_MEMBER: ORGANIZATION, PROJECT_MANAGER: ORGANIZATION, QA_REVIEWER: ORGANIZATION, ANALYST: ORGANIZATION },
  'taskRequest.read': { TEAM_MEMBER: DEPARTMENT, PROJECT_MANAGER: DEPARTMENT },
  'taskRequest.decide': { TEAM_LEAD: DEPARTMENT, PROJECT_MANAGER: DEPARTMENT },
  'taskTemplate.read': { TEAM_LEAD: ORGANIZATION, PROJECT_MANAGER: ORGANIZATION },
  'timeEntry.read': { TEAM_MEMBER: OWN, TEAM_LEAD: DEPARTMENT, PROJECT_MANAGER: DEPARTMENT, QA_REVIEWER: OWN, HR: ORGANIZATION, ACCOUNTANT: ORGANIZATION, ANALYST: ORGANIZATION },
  'timeEntry.create': { TEAM_MEMBER: OWN, PROJECT_MANAGER: OWN, QA_REVIEWER: OWN },
  'timeEntry.update': { TEAM_MEMBER: OWN, PROJECT_MANAGER: OWN, QA_REVIEWER: OWN },

  // Talking. Who sees a record sees its channel; speaking to the client is for those who answer for the work.
  'channel.read': { ...EVERYBODY, CLIENT_MEMBER: CUSTOMER },
  'channel.create': { ...EVERYBODY, CLIENT_MEMBER: CUSTOMER },
  'channel.post': EVERYBODY,
  'channel.postToClient': {
    TEAM_LEAD: ORGANIZATION, PROJECT_MANAGER: ORGANIZATION, SUPPORT_AGENT: ORGANIZATION, SALES_MANAGER: ORGANIZATION, SALES_CLOSER: ORGANIZATION,
    SALES_AGENT: ORGANIZATION, ACCOUNT_MANAGER: ORGANIZATION, CLIENT_MEMBER: CUSTOMER,
  },
  'channel.update': EVERYBODY,
  'channel.moderate': { DEPARTMENT_MANAGER: ORGANIZATION, PROJECT_MANAGER: ORGANIZATION, SUPPORT_MANAGER: ORGANIZATION, SALES_MANAGER: ORGANIZATION, ACCOUNT_MANAGER: ORGANIZATION },
  'channel.export': { DEPARTMENT_MANAGER: ORGANIZATION, PROJECT_MANAGER: ORGANIZATION, SUPPORT_MANAGER: ORGANIZATION, SALES_MANAGER: ORGANIZATION, ACCOUNT_MANAGER: ORGANIZATION },
  'channel.retain': {},
  'channelReader.read': { ...Object.fromEntries(STAFF_ROLES.map((role) => [role, OWN])), CLIENT_MEMBER: CUSTOMER },
  'message.read': { ...EVERYBODY, CLIENT_MEMBER: CUSTOMER },
  'message.react': { ...reaching(ORGANIZATION), CLIENT_MEMBER: CUSTOMER },
  'message.edit': { ...Object.fromEntries(STAFF_ROLES.map((role) => [role, OWN])), CLIENT_MEMBER: CUSTOMER },
  'message.delete': {
    ...Object.fromEntries(STAFF_ROLES.map((role) => [role, OWN])), CLIENT_MEMBER: CUSTOMER,
    SALES_MANAGER: ORGANIZATION, SUPPORT_MANAGER: ORGANIZATION, DEPARTMENT_MANAGER: ORGANIZATION, PROJECT_MANAGER: ORGANIZATION, ACCOUNT_MANAGER: ORGANIZATION,
  },
  'message.pin': reaching(ORGANIZATION),
  'message.publish': {
    TEAM_LEAD: ORGANIZATION, PROJECT_MANAGER: ORGANIZATION, SUPPORT_AGENT: ORGANIZATION, SALES_MANAGER: ORGANIZATION, SALES_CLOSER: ORGANIZATION,
    SALES_AGENT: ORGANIZATION, ACCOUNT_MANAGER: ORGANIZATION,
  },
  // What somebody took back is theirs, and whoever answers for the work can look at it.
  'messageRevision.read': {
    ...Object.fromEntries(STAFF_ROLES.map((role) => [role, OWN])),
    SALES_MANAGER: ORGANIZATION, SUPPORT_MANAGER: ORGANIZATION, DEPARTMENT_MANAGER: ORGANIZATION, PROJECT_MANAGER: ORGANIZATION, ACCOUNT_MANAGER: ORGANIZATION,
  },

  // Files are seen with the record they hang on; what waits for a record is its uploader's.
  'file.read': { ...EVERYBODY, CLIENT_MEMBER: CUSTOMER },
  'file.create': { ...reaching(ORGANIZATION), CLIENT_MEMBER: CUSTOMER },
  'file.update': {
    ...reaching(OWN), TEAM_LEAD: ORGANIZATION, PROJECT_MANAGER: ORGANIZATION, SUPPORT_MANAGER: ORGANIZATION, SALES_MANAGER: ORGANIZATION, ACCOUNT_MANAGER: ORGANIZATION,
  },
  'file.delete': {
    ...reaching(OWN), DEPARTMENT_MANAGER: ORGANIZATION, PROJECT_MANAGER: ORGANIZATION, SUPPORT_MANAGER: ORGANIZATION, SALES_MANAGER: ORGANIZATION, ACCOUNT_MANAGER: ORGANIZATION,
  },
  'file.handIn': { CLIENT_MEMBER: CUSTOMER },
  'filePolicy.read': {},
  'filePolicy.update': {},

  // The organization itself.
  'organization.read': EVERYBODY,
  'organization.update': {},
  'department.read': EVERYBODY,
  'department.create': { HR: ORGANIZATION },
  'department.update': { HR: ORGANIZATION, DEPARTMENT_MANAGER: DEPARTMENT },
  'department.archive': { HR: ORGANIZATION },
  'team.read': EVERYBODY,
  'team.create': { HR: ORGANIZATION, DEPARTMENT_MANAGER: DEPARTMENT },
  'team.update': { HR: ORGANIZATION, DEPARTMENT_MANAGER: DEPARTMENT },
  'team.delete': { HR: ORGANIZATION, DEPARTMENT_MANAGER: DEPARTMENT },
  'user.read': { ...EVERYBODY, CLIENT_MEMBER: CUSTOMER },
  'user.create': { HR: ORGANIZATION },
  'user.update': { HR: ORGANIZATION },
  'user.deactivate': { HR: ORGANIZATION },
  'user.reactivate': { HR: ORGANIZATION },
  'user.assignRoles': {},
  'role.read': EVERYBODY,
  'handOff.read': EVERYBODY,
  'handOff.offer': reaching(ORGANIZATION),
  'handOff.answer': reaching(DEPARTMENT),
  'tag.read': EVERYBODY,
  'tag.create': reaching(ORGANIZATION),
  'tag.update': { SALES_MANAGER: ORGANIZATION, SUPPORT_MANAGER: ORGANIZATION, DEPARTMENT_MANAGER: ORGANIZATION },
  'pickList.read': EVERYBODY,
  'pickList.updateSales': { SALES_MANAGER: ORGANIZATION, MARKETING: ORGANIZATION },
  'pickList.updatePeople': { HR: ORGANIZATION },
  'staffProfile.read': EVERYBODY,
  'staffProfile.update': { ...reaching(OWN), HR: ORGANIZATION },
  'staffProfile.plan': { HR: ORGANIZATION },
  'timeOff.read': { ...Object.fromEntries(STAFF_ROLES.map((role) => [role, OWN])), DEPARTMENT_MANAGER: DEPARTMENT, HR: ORGANIZATION },
  'timeOff.request': { ...reaching(OWN), HR: ORGANIZATION },
  'timeOff.decide': { DEPARTMENT_MANAGER: DEPARTMENT, HR: ORGANIZATION },
  'teamActivity.read': EVERYBODY,
  'departmentPerformance.read': { DEPARTMENT_MANAGER: DEPARTMENT, HR: ORGANIZATION, ANALYST: ORGANIZATION },
  'userGrant.read': {},
  'role.create': {},
  'role.update': {},
  'role.delete': {},
  'role.grant': {},
  'role.except': {},
  'role.explain': {},
  'role.viewAs': {},
  'securityPolicy.read': {},
  'securityPolicy.update': {},
  'secondFactor.read': {},
  'secondFactor.reset': {},
  'signInProvider.read': {},
  'signInProvider.create': {},
  'signInProvider.update': {},
  'signInProvider.delete': {},
  'apiKey.read': {},
  'apiKey.create': {},
  'apiKey.rotate': {},
  'apiKey.revoke': {},
  'session.read': {},
  'session.end': {},
  'device.read': {},
  'device.approve': {},
  'notification.read': EVERYONE_THEIR_OWN,
  'notification.settle': EVERYONE_THEIR_OWN,
  'notification.announce': {},
  'reminder.read': EVERYONE_THEIR_OWN,
  'reminder.keep': EVERYONE_THEIR_OWN,
  'notificationDelivery.read': {},
  'notificationDelivery.retry': {},
  'notificationAdapter.read': {},
  'notificationAdapter.update': {},
  // Mail can carry links that let somebody in: administrators only.
  'outgoingMail.read': {},
  'outgoingMail.open': {},
  'outgoingMail.retry': {},
  'audit.read': {},
  'audit.export': {},
  'audit.erase': {},
  'security.read': {},
  'security.configure': {},
  'security.review': {},
};

/** What only a customer's own people may do; nobody of the organization decides in their name. */
export const CLIENTS_ONLY: ReadonlySet<string> = new Set(['quote.decide', 'file.handIn']);

/** Fields of shared records that hold what the agency says and plans among itself: clients get null for them. */
export const HIDDEN_FROM_CLIENTS: Readonly<Record<string, readonly string[]>> = {
  'customer.read': ['tags'],
  'project.read': ['statusReason', 'budget', 'tags'],
  'task.read': ['statusReason', 'overrideStatus', 'overrideReason', 'estimateMinutes', 'points', 'labels'],
};

/** A line of a role as it is stored. */
export interface DefaultGrant {
  permission: string;
  scope: Scope;
  /** Only these fields; all when absent. */
  fields?: readonly string[];
  /** ALLOW when absent. */
  effect?: 'DENY';
}

/** The default grants of one built-in role, without what it inherits. */
export function defaultGrantsOf(role: BuiltInRoleKey): DefaultGrant[] {
  const administers = (BUILT_IN_ROLES[role].tiers as readonly string[]).includes('ADMIN');
  return Object.entries(DEFAULT_GRANTS).flatMap(([permission, reach]) => {
    const scope = administers && !CLIENTS_ONLY.has(permission) ? ORGANIZATION : reach[role];
    if (!scope) return [];
    const hidden = scope === CUSTOMER ? HIDDEN_FROM_CLIENTS[permission] : undefined;
    return [{ permission, scope }, ...(hidden ? [{ permission, scope, fields: hidden, effect: 'DENY' as const }] : [])];
  });
}
