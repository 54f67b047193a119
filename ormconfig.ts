import { DataSource, type DataSourceOptions } from 'typeorm';
import { ListIndexes1761600000000 } from './libs/product/migrations/1761600000000-list-indexes.js';
import { SumIndexes1761600001000 } from './libs/product/migrations/1761600001000-sum-indexes.js';
import { WorkTreePlans1761600002000 } from './libs/delivery/progress/migrations/1761600002000-work-tree-plans.js';
import { Access1760000040000 } from './libs/identity/access/migrations/1760000040000-access.js';
import { Grants1761300000000 } from './libs/identity/access/migrations/1761300000000-grants.js';
import { Auth1760000050000 } from './libs/identity/auth/migrations/1760000050000-auth.js';
import { Departments1760000020000 } from './libs/identity/departments/migrations/1760000020000-departments.js';
import { Organizations1760000010000 } from './libs/identity/organizations/migrations/1760000010000-organizations.js';
import { Users1760000030000 } from './libs/identity/users/migrations/1760000030000-users.js';
import { Role, RoleGrant, UserRole } from './libs/identity/access/role.entity.js';
import { UserGrant } from './libs/identity/access/exceptions/user-grant.entity.js';
import { ViewAs } from './libs/identity/access/view-as/view-as.entity.js';
import { SignInChallenge1761000010000 } from './libs/identity/auth/migrations/1761000010000-sign-in-challenge.js';
import { AttemptBudgets1761000020000 } from './libs/identity/auth/migrations/1761000020000-attempt-budgets.js';
import { AnsweredDeviceChallenge, RegisteredDevice } from './libs/identity/devices/registered-device.entity.js';
import { RegisteredDevice1761000030000 } from './libs/identity/devices/migrations/1761000030000-registered-device.js';
import { KnownDevice } from './libs/identity/devices/known-device.entity.js';
import { KnownDevice1761000008000 } from './libs/identity/devices/migrations/1761000008000-known-device.js';
import { SecondFactor1761000007000 } from './libs/identity/second-factor/migrations/1761000007000-second-factor.js';
import { RecoveryCode, SecondFactor } from './libs/identity/second-factor/second-factor.entity.js';
import { RefusedStranger, SignInChallenge, SignInThrottleRow } from './libs/identity/auth/sign-in.entity.js';
import { SecurityPolicy1761000005000 } from './libs/identity/security-policy/migrations/1761000005000-security-policy.js';
import { SecurityPolicyRow } from './libs/identity/security-policy/security-policy.entity.js';
import { EndedSessions1761000009000 } from './libs/identity/sessions/migrations/1761000009000-ended-sessions.js';
import { SessionLimits1761000000000 } from './libs/identity/sessions/migrations/1761000000000-session-limits.js';
import { RefreshToken, Session } from './libs/identity/sessions/session.entity.js';
import { Department } from './libs/identity/departments/department.entity.js';
import { DepartmentLife1761500010000 } from './libs/identity/departments/migrations/1761500010000-department-life.js';
import { Team } from './libs/identity/departments/team.entity.js';
import { File, FilePart, FilePolicyRow } from './libs/common/files/file.entity.js';
import { ClientFiles1763200030000 } from './libs/common/files/migrations/1763200030000-client-files.js';
import { Files1762000000000 } from './libs/common/files/migrations/1762000000000-files.js';
import { Activity1763100000000 } from './libs/insight/activity/migrations/1763100000000-activity.js';
import { Organization } from './libs/identity/organizations/organization.entity.js';
import { NotificationAdapter } from './libs/collaboration/notifications/adapters/adapter.entity.js';
import { NotificationDelivery } from './libs/collaboration/notifications/deliveries/delivery.entity.js';
import { DeliveredRecord1763200010000 } from './libs/collaboration/notifications/migrations/1763200010000-delivered-record.js';
import { Notifications1762300000000 } from './libs/collaboration/notifications/migrations/1762300000000-notifications.js';
import { TextsOfADay1763500010000 } from './libs/collaboration/notifications/migrations/1763500010000-texts-of-a-day.js';
import { Notification } from './libs/collaboration/notifications/notification.entity.js';
import { NotificationPreference, PushSubscription } from './libs/collaboration/notifications/preferences/preference.entity.js';
import { Reminders1762500000000 } from './libs/collaboration/reminders/migrations/1762500000000-reminders.js';
import { Reminder } from './libs/collaboration/reminders/reminder.entity.js';
import { HandOff, HandOffItem } from './libs/identity/hand-offs/hand-off.entity.js';
import { HandOffs1761500020000 } from './libs/identity/hand-offs/migrations/1761500020000-hand-offs.js';
import { PickListItem } from './libs/identity/pick-lists/pick-list-item.entity.js';
import { PickLists1761500100000 } from './libs/identity/pick-lists/migrations/1761500100000-pick-lists.js';
import { StaffProfile, StaffSkill } from './libs/identity/directory/staff-profile.entity.js';
import { TimeOff } from './libs/identity/directory/time-off.entity.js';
import { Directory1761500110000 } from './libs/identity/directory/migrations/1761500110000-directory.js';
import { OrganizationSettings } from './libs/identity/organizations/organization-settings.entity.js';
import { OrganizationSettings1761500000000 } from './libs/identity/organizations/migrations/1761500000000-organization-settings.js';
import { Limits1761500140000 } from './libs/identity/organizations/migrations/1761500140000-limits.js';
import { TeamMember, UserDepartment } from './libs/identity/users/memberships.entity.js';
import { UserAccount } from './libs/identity/users/user-account.entity.js';
import { UserCredential } from './libs/identity/users/user-credential.entity.js';
import { Contact } from './libs/sales/customers/contact.entity.js';
import { Customer } from './libs/sales/customers/customer.entity.js';
import { Customers1760000200000 } from './libs/sales/customers/migrations/1760000200000-customers.js';
import { Catalogue1760000250000 } from './libs/sales/catalogue/migrations/1760000250000-catalogue.js';
import { Deals1760000300000 } from './libs/sales/deals/migrations/1760000300000-deals.js';
import { StageColour1761500120000 } from './libs/sales/deals/migrations/1761500120000-stage-colour.js';
import { Quotes1760000350000 } from './libs/sales/quotes/migrations/1760000350000-quotes.js';
import { LeadForm, LeadFormHit } from './libs/sales/leads/forms/lead-form.entity.js';
import { LeadImport, LeadImportPiece, LeadImportRefusal } from './libs/sales/leads/import/lead-import.entity.js';
import { Lead } from './libs/sales/leads/lead.entity.js';
import { Leads1760000400000 } from './libs/sales/leads/migrations/1760000400000-leads.js';
import { LeadImport1760000410000 } from './libs/sales/leads/migrations/1760000410000-lead-import.js';
import { Tag } from './libs/common/tags/tag.entity.js';
import { Tags1763400010000 } from './libs/common/tags/migrations/1763400010000-tags.js';
import { LeadScoringRules1763400000000 } from './libs/sales/leads/migrations/1763400000000-lead-scoring-rules.js';
import { RelayById1763600000000 } from './libs/platform/events/migrations/1763600000000-relay-by-id.js';
import { SenderAddress1763600010000 } from './libs/identity/organizations/migrations/1763600010000-sender-address.js';
import { LeadScoring } from './libs/sales/leads/scoring/lead-scoring.entity.js';
import { RequirementTemplate } from './libs/delivery/categories/requirement-template.entity.js';
import { ServiceCategory } from './libs/delivery/categories/service-category.entity.js';
import { Categories1760000390000 } from './libs/delivery/categories/migrations/1760000390000-categories.js';
import { CategoryTree1761500130000 } from './libs/delivery/categories/migrations/1761500130000-category-tree.js';
import { Tickets1760000450000 } from './libs/delivery/tickets/migrations/1760000450000-tickets.js';
import { TicketSettings1761700000000 } from './libs/delivery/tickets/migrations/1761700000000-ticket-settings.js';
import { TicketSettings } from './libs/delivery/tickets/settings/ticket-settings.entity.js';
import { TicketRequirement } from './libs/delivery/tickets/ticket-requirement.entity.js';
import { Ticket } from './libs/delivery/tickets/ticket.entity.js';
import { WorkTree1760000480000 } from './libs/delivery/progress/migrations/1760000480000-work-tree.js';
import { WriteWorkChanges1760000500000 } from './libs/delivery/progress/migrations/1760000500000-write-work-changes.js';
import { Milestone } from './libs/delivery/projects/milestone.entity.js';
import { Projects1760000460000 } from './libs/delivery/projects/migrations/1760000460000-projects.js';
import { ProjectDecision } from './libs/delivery/projects/project-decision.entity.js';
import { Project } from './libs/delivery/projects/project.entity.js';
import { Tasks1760000470000 } from './libs/delivery/tasks/migrations/1760000470000-tasks.js';
import { TaskAssignee, TaskRequest, TaskReview } from './libs/delivery/tasks/task-links.entity.js';
import { Task } from './libs/delivery/tasks/task.entity.js';
import { TaskTemplate, TaskTemplateItem } from './libs/delivery/tasks/templates/task-template.entity.js';
import { Time1760000490000 } from './libs/delivery/time/migrations/1760000490000-time.js';
import { TimeEntry } from './libs/delivery/time/time-entry.entity.js';
import { Channel } from './libs/collaboration/channels/channel.entity.js';
import { ChannelMember, ChannelMention, ChannelReader, ChannelSettings } from './libs/collaboration/channels/channel-people.entity.js';
import { Message, MessageReaction, MessageRevision, MessageWord } from './libs/collaboration/messages/message.entity.js';
import { ForgottenWords1763200000000 } from './libs/collaboration/messages/migrations/1763200000000-forgotten-words.js';
import { MendedWords1763500000000 } from './libs/collaboration/messages/migrations/1763500000000-mended-words.js';
import { MessageSearch1762200010000 } from './libs/collaboration/messages/migrations/1762200010000-message-search.js';
import { Messages1762200000000 } from './libs/collaboration/messages/migrations/1762200000000-messages.js';
import { Channels1762100000000 } from './libs/collaboration/channels/migrations/1762100000000-channels.js';
import { ClientReadTime1763200020000 } from './libs/collaboration/channels/migrations/1763200020000-client-read-time.js';
import { ChannelsOfRecords1762100010000 } from './libs/collaboration/channels/migrations/1762100010000-channels-of-records.js';
import { Product } from './libs/sales/catalogue/product.entity.js';
import { DealStageMove } from './libs/sales/deals/deal-stage-move.entity.js';
import { Deal } from './libs/sales/deals/deal.entity.js';
import { PipelineStage } from './libs/sales/deals/pipeline-stage.entity.js';
import { Pipeline } from './libs/sales/deals/pipeline.entity.js';
import { QuoteLine } from './libs/sales/quotes/quote-line.entity.js';
import { Quote } from './libs/sales/quotes/quote.entity.js';
import { SnakeNamingStrategy, SteadyClient } from './libs/platform/database/index.js';
import { Consumers1760000001000 } from './libs/platform/events/migrations/1760000001000-consumers.js';
import { EventOrigin1761400000000 } from './libs/platform/events/migrations/1761400000000-event-origin.js';
import { EventSubjectTime1761400020000 } from './libs/platform/events/migrations/1761400020000-event-subject-time.js';
import { SecurityMonitor1761400010000 } from './libs/identity/audit/migrations/1761400010000-security-monitor.js';
import { DueWork1760000002000 } from './libs/platform/jobs/migrations/1760000002000-due-work.js';
import { ApiKey, ApiKeySecret } from './libs/identity/api-keys/api-key.entity.js';
import { ExternalIdentity, SignInProvider, SignInProviderKey, SignOnAttempt } from './libs/identity/single-sign-on/sign-in-provider.entity.js';
import { RetentionOfActive1763300050000 } from './libs/collaboration/channels/migrations/1763300050000-retention-of-active.js';
import { ActiveOrganizations1763300040000 } from './libs/platform/events/migrations/1763300040000-active-organizations.js';
import { CleanUp1763300030000 } from './libs/identity/clean-up/migrations/1763300030000-clean-up.js';
import { HistoryRetentionRow } from './libs/identity/erasure/history-retention.entity.js';
import { HistoryRetention1763300020000 } from './libs/identity/erasure/migrations/1763300020000-history-retention.js';
import { EventErasure1763300010000 } from './libs/platform/events/migrations/1763300010000-event-erasure.js';
import { SamlEncryption1763300000000 } from './libs/identity/single-sign-on/migrations/1763300000000-saml-encryption.js';
import { SingleSignOn1761200010000 } from './libs/identity/single-sign-on/migrations/1761200010000-single-sign-on.js';
import { ApiKeys1761200000000 } from './libs/identity/api-keys/migrations/1761200000000-api-keys.js';
import { DataKeys1761100000000 } from './libs/platform/secrets/migrations/1761100000000-data-keys.js';
import { OutgoingMail1761110000000 } from './libs/platform/mail/migrations/1761110000000-outgoing-mail.js';
import { SignUp1762600000000 } from './libs/identity/invitations/migrations/1762600000000-sign-up.js';
import { OneTimeLinks1761120000000 } from './libs/identity/links/migrations/1761120000000-one-time-links.js';
import { PasswordHistory1761130000000 } from './libs/identity/passwords/migrations/1761130000000-password-history.js';
import { Foundation1760000000000 } from './libs/platform/database/migrations/1760000000000-foundation.js';
import { Numbers1760000060000 } from './libs/platform/database/migrations/1760000060000-numbers.js';
import { Readiness1760000070000 } from './libs/platform/database/migrations/1760000070000-readiness.js';

/** Every entity of the product; an entity that is not listed here does not exist for TypeORM. */
export const entities: NonNullable<DataSourceOptions['entities']> = [
  HandOff, HandOffItem, Organization, OrganizationSettings, Department, Team, UserAccount, UserCredential, UserDepartment, TeamMember,
  PickListItem,
  File, FilePart, FilePolicyRow,
  StaffProfile, StaffSkill, TimeOff,
  Role, RoleGrant, UserRole, UserGrant, ViewAs, ApiKey, ApiKeySecret, SignInProvider, SignInProviderKey, HistoryRetentionRow, ExternalIdentity, SignOnAttempt, Session, RefreshToken, SignInThrottleRow, RefusedStranger, SignInChallenge, SecurityPolicyRow, SecondFactor, RecoveryCode, KnownDevice, RegisteredDevice, AnsweredDeviceChallenge,
  Customer, Contact, Lead, LeadForm, LeadFormHit, LeadScoring, Tag, LeadImport, LeadImportPiece, LeadImportRefusal,
  Product, Pipeline, PipelineStage, Deal, DealStageMove, Quote, QuoteLine,
  ServiceCategory, RequirementTemplate, Ticket, TicketRequirement, TicketSettings,
  Project, ProjectDecision, Milestone, Task, TaskAssignee, TaskReview, TaskRequest, TaskTemplate, TaskTemplateItem, TimeEntry,
  Channel, ChannelMember, ChannelReader, ChannelMention, ChannelSettings,
  Message, MessageRevision, MessageReaction, MessageWord,
  Reminder, Notification, NotificationDelivery, NotificationPreference, PushSubscription, NotificationAdapter,
];

/** Every migration, in the order of its number. */
export const migrations: NonNullable<DataSourceOptions['migrations']> = [
  Foundation1760000000000,
  Consumers1760000001000,
  DueWork1760000002000,
  Organizations1760000010000,
  Departments1760000020000,
  Users1760000030000,
  Access1760000040000,
  Auth1760000050000,
  Numbers1760000060000,
  Readiness1760000070000,
  Customers1760000200000,
  Catalogue1760000250000,
  Deals1760000300000,
  Quotes1760000350000,
  Categories1760000390000,
  Leads1760000400000,
  LeadImport1760000410000,
  Tickets1760000450000,
  Projects1760000460000,
  Tasks1760000470000,
  WorkTree1760000480000,
  Time1760000490000,
  WriteWorkChanges1760000500000,
  EventOrigin1761400000000,
  SecurityMonitor1761400010000,
  EventSubjectTime1761400020000,
  SessionLimits1761000000000,
  SecurityPolicy1761000005000,
  SecondFactor1761000007000,
  KnownDevice1761000008000,
  EndedSessions1761000009000,
  SignInChallenge1761000010000,
  AttemptBudgets1761000020000,
  RegisteredDevice1761000030000,
  Grants1761300000000,
  DataKeys1761100000000,
  OutgoingMail1761110000000,
  OneTimeLinks1761120000000,
  PasswordHistory1761130000000,
  ApiKeys1761200000000,
  SingleSignOn1761200010000,
  OrganizationSettings1761500000000,
  DepartmentLife1761500010000,
  HandOffs1761500020000,
  PickLists1761500100000,
  Directory1761500110000,
  StageColour1761500120000,
  CategoryTree1761500130000,
  Limits1761500140000,
  ListIndexes1761600000000,
  SumIndexes1761600001000,
  WorkTreePlans1761600002000,
  TicketSettings1761700000000,
  Files1762000000000,
  Channels1762100000000,
  ChannelsOfRecords1762100010000,
  Messages1762200000000,
  MessageSearch1762200010000,
  Notifications1762300000000,
  Reminders1762500000000,
  SignUp1762600000000,
  Activity1763100000000,
  ForgottenWords1763200000000,
  DeliveredRecord1763200010000,
  ClientReadTime1763200020000,
  ClientFiles1763200030000,
  SamlEncryption1763300000000,
  EventErasure1763300010000,
  HistoryRetention1763300020000,
  CleanUp1763300030000,
  ActiveOrganizations1763300040000,
  RetentionOfActive1763300050000,
  LeadScoringRules1763400000000,
  Tags1763400010000,
  MendedWords1763500000000,
  TextsOfADay1763500010000,
  RelayById1763600000000,
  SenderAddress1763600010000,
];

const common = { type: 'postgres', entities, migrations, namingStrategy: new SnakeNamingStrategy(), uuidExtension: 'pgcrypto' } as const;

/**
 * The owner's data source: migrations, drift check and administration commands.
 *
 * @param url the owner's connection address
 */
export function createOwnerDataSource(url: string): DataSource {
  return new DataSource({ ...common, url, migrationsTransactionMode: 'each' });
}

/**
 * The application's data source, as the unprivileged role (row-level security applies).
 *
 * @param url see `databaseUrls().app`
 * @param poolSize connections this process may hold
 */
export function createAppDataSource(url: string, poolSize: number): DataSource {
  // A connection knows its plans: after the ten seconds that `pg` keeps an idle one, the first writes of everybody would sign in and plan anew.
  return new DataSource({ ...common, url, migrations: [], extra: { Client: SteadyClient, max: poolSize, pipeline: true, idleTimeoutMillis: 10 * 60_000 } });
}

/** What the TypeORM command line expects as default export (`typeorm -d dist/ormconfig.js`). */
export default createOwnerDataSource(process.env['DATABASE_URL'] ?? 'postgres://localhost/throughline');
