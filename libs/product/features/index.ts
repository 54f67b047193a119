import type { ModuleMetadata } from '@nestjs/common';
import { NotificationsModule } from '@throughline/collaboration/notifications';
import { RemindersModule } from '@throughline/collaboration/reminders';
import { ChannelsModule } from '@throughline/collaboration/channels';
import { MessagesModule } from '@throughline/collaboration/messages';
import { FilesModule } from '@throughline/common/files';
import { TagsModule } from '@throughline/common/tags';
import { CategoriesModule } from '@throughline/delivery/categories';
import { HandOversModule } from '@throughline/delivery/hand-overs';
import { ProjectsModule } from '@throughline/delivery/projects';
import { TasksModule } from '@throughline/delivery/tasks';
import { TicketsModule } from '@throughline/delivery/tickets';
import { TimeModule } from '@throughline/delivery/time';
import { ActivityModule } from '@throughline/insight/activity';
import { DashboardModule } from '@throughline/insight/dashboard';
import { DepartmentsInsightModule } from '@throughline/insight/departments';
import { AccessModule } from '@throughline/identity/access';
import { ApiKeysModule } from '@throughline/identity/api-keys';
import { AuditModule } from '@throughline/identity/audit';
import { AuthModule } from '@throughline/identity/auth';
import { DepartmentsModule } from '@throughline/identity/departments';
import { InvitationsModule } from '@throughline/identity/invitations';
import { LinksModule } from '@throughline/identity/links';
import { OrganizationsModule } from '@throughline/identity/organizations';
import { CleanUpModule } from '@throughline/identity/clean-up';
import { DevicesModule } from '@throughline/identity/devices';
import { ErasureModule } from '@throughline/identity/erasure';
import { RiskModule } from '@throughline/identity/risk';
import { SessionsModule } from '@throughline/identity/sessions';
import { SecondFactorModule } from '@throughline/identity/second-factor';
import { SecurityPolicyModule } from '@throughline/identity/security-policy';
import { SingleSignOnModule } from '@throughline/identity/single-sign-on';
import { PasswordsModule } from '@throughline/identity/passwords';
import { HandOffsModule } from '@throughline/identity/hand-offs';
import { PickListsModule } from '@throughline/identity/pick-lists';
import { DirectoryModule } from '@throughline/identity/directory';
import { UsersModule } from '@throughline/identity/users';
import { JobsModule } from '@throughline/platform/jobs';
import { MailModule } from '@throughline/platform/mail';
import { OutboundModule } from '@throughline/platform/outbound';
import { SecretsModule } from '@throughline/platform/secrets';
import { StorageModule } from '@throughline/platform/storage';
import { NewOrganizationModule } from '@throughline/product/new-organization';
import { CatalogueModule } from '@throughline/sales/catalogue';
import { CustomersModule } from '@throughline/sales/customers';
import { DealsModule } from '@throughline/sales/deals';
import { LeadsModule } from '@throughline/sales/leads';
import { QuotesModule } from '@throughline/sales/quotes';

/**
 * The product's features, one line each; the order does not matter. API and worker load the same list: what one
 * schedules, the other must be able to do.
 */
export const productFeatures: NonNullable<ModuleMetadata['imports']> = [
  JobsModule,
  SecretsModule,
  StorageModule,
  MailModule,
  AccessModule,
  AuditModule,
  ErasureModule,
  CleanUpModule,
  SecurityPolicyModule,
  SecondFactorModule,
  DevicesModule,
  RiskModule,
  SessionsModule,
  AuthModule,
  LinksModule,
  PasswordsModule,
  OutboundModule,
  SingleSignOnModule,
  ApiKeysModule,
  UsersModule,
  InvitationsModule,
  OrganizationsModule,
  DepartmentsModule,
  FilesModule,
  TagsModule,
  CustomersModule,
  LeadsModule,
  CatalogueModule,
  DealsModule,
  QuotesModule,
  TicketsModule,
  CategoriesModule,
  ProjectsModule,
  TasksModule,
  TimeModule,
  ChannelsModule,
  MessagesModule,
  HandOffsModule,
  PickListsModule,
  DirectoryModule,
  HandOversModule,
  NotificationsModule,
  RemindersModule,
  DashboardModule,
  ActivityModule,
  DepartmentsInsightModule,
  NewOrganizationModule,
];
