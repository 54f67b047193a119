/** One page of the settings area. Add it in the same change as its screen: an entry never leads nowhere. */
export interface SettingsSection {
  id: string;
  label: string;
  /** What one does there, in a short sentence; shown on the overview and found by the palette. */
  text: string;
  href: string;
  group: SettingsGroup;
  /** Shown only to those who hold it, or one of them; one's own account needs none. */
  permission?: string | readonly string[];
}

export type SettingsGroup = 'account' | 'people' | 'organization' | 'security' | 'system';

export const settingsGroupLabels: Readonly<Record<SettingsGroup, string>> = {
  account: 'Your account',
  people: 'People and access',
  organization: 'Organization',
  security: 'Security',
  system: 'System',
};

/** Whether somebody may open a section, by what they hold. */
export const opensSection = ({ permission }: SettingsSection, may: (permission: string | undefined) => boolean): boolean =>
  typeof permission === 'object' ? permission.some(may) : may(permission);

/** The settings area, in order. */
export const settingsSections: readonly SettingsSection[] = [
  { id: 'profile', label: 'Your profile', text: 'Your name, where you belong and what you do here.', href: '/settings/profile', group: 'account' },
  { id: 'sign-in', label: 'Sign-in and devices', text: 'Your password, two-step sign-in and where you are signed in.', href: '/settings/sign-in', group: 'account' },
  { id: 'notifications', label: 'Your notifications', text: 'What you are told and how: bell, mail, browser, phone, Slack, Teams; quiet hours.', href: '/settings/notifications', group: 'account', permission: 'notification.read' },
  { id: 'people', label: 'People', text: 'Who is here, what they may do, invitations, leaving and coming back.', href: '/settings/people', group: 'people', permission: 'user.update' },
  { id: 'departments', label: 'Departments', text: 'Which department stands under which, who manages it, its people and teams.', href: '/settings/departments', group: 'people', permission: 'department.update' },
  { id: 'directory', label: 'Directory', text: 'Colleagues: what they can do, when they work and who is away.', href: '/settings/directory', group: 'people', permission: 'staffProfile.read' },
  { id: 'time-off', label: 'Time off', text: 'Who asks to be away, and what was decided.', href: '/settings/time-off', group: 'people', permission: 'timeOff.decide' },
  { id: 'roles', label: 'Roles', text: 'What each role allows, side by side, and who holds it.', href: '/settings/roles', group: 'people', permission: 'role.grant' },
  { id: 'explain', label: 'What can somebody do?', text: 'Whether a person may do something, and why.', href: '/settings/explain', group: 'people', permission: 'role.explain' },
  { id: 'organization', label: 'Organization', text: 'Name and look, time zone, business hours, holidays, numbers of records.', href: '/settings/organization', group: 'organization', permission: 'organization.update' },
  { id: 'lists', label: 'Lists', text: 'The choices that fields offer: sources, industries, reasons and more.', href: '/settings/lists', group: 'organization', permission: ['pickList.updateSales', 'pickList.updatePeople'] },
  { id: 'tags', label: 'Tags', text: 'The words that records carry: their look, how often they are used, renaming and merging.', href: '/settings/tags', group: 'organization', permission: 'tag.update' },
  { id: 'services', label: 'Services', text: 'What the agency delivers: by which department, and what onboarding collects.', href: '/settings/services', group: 'organization', permission: 'serviceCategory.update' },
  { id: 'pipelines', label: 'Pipelines', text: 'The stages that deals move through.', href: '/settings/pipelines', group: 'organization', permission: 'pipeline.update' },
  { id: 'catalogue', label: 'Catalogue', text: 'Articles and prices that quotes are made of.', href: '/settings/catalogue', group: 'organization', permission: 'product.update' },
  { id: 'scoring', label: 'Lead scoring', text: 'Which facts of a lead give how many points, and when it is warm or hot.', href: '/settings/scoring', group: 'organization', permission: 'leadScoring.read' },
  { id: 'forms', label: 'Public forms', text: 'What strangers are asked, and whose leads they become.', href: '/settings/forms', group: 'organization', permission: 'leadForm.update' },
  { id: 'security-policy', label: 'Security policy', text: 'From where and how people get in: networks, two-step sign-in, passwords, sessions.', href: '/settings/security-policy', group: 'security', permission: 'securityPolicy.read' },
  { id: 'single-sign-on', label: 'Single sign-on', text: 'Your company’s identity provider: who may sign in by it, and how far its word counts.', href: '/settings/single-sign-on', group: 'security', permission: 'signInProvider.read' },
  { id: 'api-keys', label: 'API keys', text: 'Keys with which programs work: what they may do, when they were used.', href: '/settings/api-keys', group: 'security', permission: 'apiKey.read' },
  { id: 'outbox', label: 'Outbox', text: 'What was sent by mail, and what failed.', href: '/settings/outbox', group: 'system', permission: 'outgoingMail.read' },
  { id: 'deliveries', label: 'Sent notifications', text: 'What left by mail, push, SMS, Slack and Teams, what failed, and sending it again.', href: '/settings/deliveries', group: 'system', permission: 'notificationDelivery.read' },
  { id: 'adapters', label: 'Slack, Teams and SMS', text: 'The organization’s channels, what is told there, and who sends text messages.', href: '/settings/adapters', group: 'system', permission: 'notificationAdapter.read' },
  { id: 'chat', label: 'Chat', text: 'How long messages are kept.', href: '/settings/chat', group: 'system', permission: 'channel.retain' },
  { id: 'files', label: 'Files', text: 'Which files may be uploaded, how large they may be, and how much room they take.', href: '/settings/files', group: 'system', permission: 'filePolicy.read' },
  { id: 'security', label: 'Security monitor', text: 'Failed sign-ins, refusals, changed rights and exports as they happen, and when to be alerted.', href: '/settings/security', group: 'security', permission: 'security.read' },
  { id: 'audit', label: 'Audit log', text: 'Everything that happened: who, what, when, from where.', href: '/settings/audit', group: 'security', permission: 'audit.read' },
  { id: 'access-review', label: 'Access review', text: 'Who holds which role, and whether they still need it.', href: '/settings/access-review', group: 'security', permission: 'security.review' },
];
