import { signInAs } from '../../../../libs/testing/api/session.js';
import { PASSWORD, type Stage } from '../stage.js';
import type { Deeds } from './deed.js';

const grant = { permission: 'lead.read', scope: 'ORGANIZATION', effect: 'ALLOW' };

export const userDeeds: Deeds = {
  createUser: (stage) => stage.colleague(),
  inviteUser: (stage) => invited(stage),
  resendInvitation: async (stage) => stage.do('resendInvitation', { id: (await invited(stage)).id }),
  withdrawInvitation: async (stage) => stage.do('withdrawInvitation', { id: (await invited(stage)).id }),
  acceptInvitation: async (stage) => {
    const { email } = await invited(stage);
    await stage.do('acceptInvitation', { token: await stage.token(email), password: PASSWORD }, { ...stage.cast.doer, api: stage.stranger() });
  },
  // Names of people stand beside many records.
  updateUser: async (stage) => {
    const { id } = await stage.colleague();
    await stage.do('updateUser', { id, name: stage.text('Renamed'), title: stage.text('Title') });
    await stage.do('updateUser', { id, departmentIds: [stage.places.elsewhere] });
    await stage.make('createTeam', { departmentId: stage.places.here, name: stage.text('Team'), leadId: id, memberIds: [id] });
    await stage.do('openDirectChannel', { userId: id }, stage.cast.staff);
    await stage.do('updateUser', { id, name: stage.text('Again') });
  },
  deactivateUser: async (stage) => {
    const { id } = await stage.colleague();
    await stage.lead({ ownerId: id });
    await stage.task({ assigneeIds: [id], reviewerId: id });
    await stage.draftProject({ ownerId: id });
    await stage.make('createTeam', { departmentId: stage.places.here, name: stage.text('Team'), leadId: id, memberIds: [id] });
    await stage.do('deactivateUser', { id, transferAllToId: stage.cast.outsider.id });
  },
  reactivateUser: async (stage) => {
    const { id } = await stage.colleague();
    await stage.do('deactivateUser', { id, leaveRecords: true });
    await stage.do('reactivateUser', { id });
  },
  // Of one of those who look on: what they may see changes.
  setUserRoles: async (stage) => {
    const { roles } = stage.world.agency;
    const { id } = await stage.colleague();
    await stage.do('setUserRoles', { id, roles: [{ roleId: roles.TEAM_LEAD }] });
    await stage.do('setUserRoles', { id: stage.cast.outsider.id, roles: [{ roleId: roles.TEAM_MEMBER }] });
    await stage.do('setUserRoles', { id: stage.cast.outsider.id, roles: [{ roleId: roles.TEAM_MEMBER }, { roleId: roles.DEPARTMENT_MANAGER }] });
  },
};

async function invited(stage: Stage): Promise<{ id: string; email: string }> {
  const email = `${stage.text('invited').replace(' ', '')}@ours.example`;
  return { id: await stage.make('inviteUser', { name: stage.text('Invited'), email, tier: 'EMPLOYEE', departmentIds: [stage.places.here] }), email };
}

export const departmentDeeds: Deeds = {
  createDepartment: (stage) => department(stage),
  updateDepartment: async (stage) => {
    const [id, parentId] = [await department(stage), await department(stage)];
    await stage.do('updateDepartment', { id, name: stage.text('Department'), managerId: stage.cast.staff.id });
    await stage.do('updateDepartment', { id, parentId });
  },
  // What it has goes to another one: people, teams, departments below, open records.
  archiveDepartment: async (stage) => {
    const id = await department(stage);
    await stage.make('createDepartment', { name: stage.text('Below'), kind: 'DELIVERY', parentId: id });
    await stage.colleague({ departmentIds: [id] });
    await stage.make('createTeam', { departmentId: id, name: stage.text('Team') });
    await stage.lead({ departmentId: id });
    await stage.task({ projectId: await stage.project({ departmentId: id }), assigneeIds: [] });
    await stage.do('archiveDepartment', { id, targetId: stage.places.elsewhere });
  },
  restoreDepartment: async (stage) => {
    const id = await department(stage);
    await stage.do('archiveDepartment', { id });
    await stage.do('restoreDepartment', { id });
  },
  createTeam: (stage) => team(stage),
  updateTeam: async (stage) => stage.do('updateTeam', { id: await team(stage), name: stage.text('Team'), memberIds: [stage.cast.outsider.id] }),
  deleteTeam: async (stage) => {
    const id = await team(stage);
    await stage.task({ projectId: await stage.project({ teamId: id }), assigneeIds: [] });
    await stage.do('deleteTeam', { id, targetId: await team(stage) });
  },
  updateStaffProfile: async (stage) => stage.do('updateStaffProfile', { id: (await stage.colleague()).id, about: stage.text('About'), weeklyMinutes: 1800 }),
  requestTimeOff: (stage) => timeOff(stage),
  decideTimeOff: async (stage) => {
    // Today, so that the directory shows them as away.
    await stage.do('decideTimeOff', { id: await timeOff(stage, new Date().toISOString().slice(0, 10)), approve: true });
    await stage.do('decideTimeOff', { id: await timeOff(stage, '2028-03-01'), approve: false, reason: stage.text() });
  },
  withdrawTimeOff: async (stage) => stage.do('withdrawTimeOff', { id: await timeOff(stage, '2028-04-01') }, stage.cast.staff),
};

const department = (stage: Stage): Promise<string> => stage.make('createDepartment', { name: stage.text('Department'), kind: 'DELIVERY' });
const team = (stage: Stage): Promise<string> => stage.make('createTeam', { departmentId: stage.places.here, name: stage.text('Team'), memberIds: [stage.cast.staff.id] });
const timeOff = (stage: Stage, day = '2028-02-01'): Promise<string> => stage.make('requestTimeOff', { kindId: stage.world.facts.timeOffKind, from: day, to: day, note: stage.text() }, stage.cast.staff);

export const handOffDeeds: Deeds = {
  offerHandOff: async (stage) => {
    const { lead } = await offered(stage);
    // The hand-off shows what the record is called now.
    await stage.settle();
    await stage.do('updateLead', { id: lead, name: stage.text('Renamed'), company: null });
  },
  acceptHandOff: async (stage) => stage.do('acceptHandOff', { id: (await offered(stage)).id }, stage.cast.outsider),
  returnHandOff: async (stage) => stage.do('returnHandOff', { id: (await offered(stage)).id, reason: stage.text() }, stage.cast.outsider),
  withdrawHandOff: async (stage) => stage.do('withdrawHandOff', { id: (await offered(stage)).id }),
  tickHandOffItem: async (stage) => {
    const { id } = await offered(stage, { items: [stage.text('Line')] });
    const itemId = await stage.value('SELECT id FROM hand_off_item WHERE hand_off_id = $1', id);
    await stage.do('tickHandOffItem', { id, itemId, done: true });
  },
};

async function offered(stage: Stage, more: object = {}): Promise<{ id: string; lead: string }> {
  const lead = await stage.lead({ company: null });
  return { lead, id: await stage.make('offerHandOff', { subject: 'lead', recordId: lead, step: stage.text('Step'), toDepartmentId: stage.places.elsewhere, toUserId: stage.cast.outsider.id, ...more }) };
}

export const roleDeeds: Deeds = {
  createRole: (stage) => role(stage),
  updateRole: async (stage) => stage.do('updateRole', { id: await role(stage), name: stage.text('Role'), description: stage.text() }),
  deleteRole: async (stage) => {
    const id = await role(stage);
    await stage.colleague({ roles: [{ roleId: id }] });
    await stage.do('deleteRole', { id, replacementId: stage.world.agency.roles.TEAM_MEMBER });
  },
  setRoleGrants: async (stage) => stage.do('setRoleGrants', { id: await role(stage), grants: [grant] }),
  // Of a role that one of those who look on holds: their lists are longer, then shorter.
  grantPermission: async (stage) => stage.do('grantPermission', { id: stage.world.agency.roles.TEAM_MEMBER, grant }),
  revokePermission: async (stage) => {
    const id = stage.world.agency.roles.TEAM_MEMBER;
    const find = (): Promise<string> => stage.value(`SELECT id FROM role_grant WHERE role_id = $1 AND permission = 'lead.read' LIMIT 1`, id);
    const grantId = await find().catch(async () => {
      await stage.do('grantPermission', { id, grant });
      return find();
    });
    await stage.do('revokePermission', { id, grantId });
  },
  resetRoleToDefaults: async (stage) => {
    const id = stage.world.agency.roles.ANALYST;
    await stage.do('grantPermission', { id, grant: { permission: 'lead.create', scope: 'OWN', effect: 'ALLOW' } });
    await stage.do('resetRoleToDefaults', { id });
  },
  grantException: (stage) => stage.do('grantException', { userId: stage.cast.outsider.id, grant: { permission: 'deal.read', scope: 'OWN', effect: 'ALLOW' }, reason: stage.text() }),
  revokeException: async (stage) => {
    const { id: userId } = await stage.colleague();
    await stage.do('grantException', { userId, grant, reason: stage.text() });
    await stage.do('revokeException', { id: await stage.value('SELECT id FROM user_grant WHERE user_id = $1', userId) });
  },
};

const role = (stage: Stage): Promise<string> => stage.make('createRole', { name: stage.text('Role'), tiers: ['EMPLOYEE'] });

export const settingsDeeds: Deeds = {
  createPickListItem: (stage) => choice(stage),
  renamePickListItem: async (stage) => stage.do('renamePickListItem', { id: await choice(stage), label: stage.text('Choice') }),
  archivePickListItem: async (stage) => stage.do('archivePickListItem', { id: await choice(stage) }),
  restorePickListItem: async (stage) => {
    const id = await choice(stage);
    await stage.do('archivePickListItem', { id });
    await stage.do('restorePickListItem', { id });
  },
  orderPickListItems: async (stage) => {
    await choice(stage);
    const { pickListItems: { nodes } } = await stage.ask<{ pickListItems: { nodes: { id: string }[] } }>('{ pickListItems(first: 200, filter: { list: { eq: "INDUSTRY" }, archived: { eq: false } }) { nodes { id } } }');
    await stage.do('orderPickListItems', { list: 'INDUSTRY', ids: nodes.map(({ id }) => id).reverse() });
  },
  updateOrganizationSettings: async (stage) => {
    const { organizationSettings: { version } } = await stage.ask<{ organizationSettings: { version: number } }>('{ organizationSettings { version } }');
    await stage.do('updateOrganizationSettings', { version, name: stage.text('Ours'), handOffMinutes: 120 });
  },
};

const choice = (stage: Stage): Promise<string> => stage.make('createPickListItem', { list: 'INDUSTRY', label: stage.text('Choice') });

/** Somebody who came in with their own password. */
export const signedIn = async (stage: Stage): Promise<{ id: string; email: string }> => {
  const person = await stage.colleague();
  await signInAs(stage.world.api, person.email, PASSWORD);
  return person;
};
