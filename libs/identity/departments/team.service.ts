import { Injectable } from '@nestjs/common';
import { allows, authorize } from '@throughline/platform/access';
import { type AccessColumns, columnValues, fieldChanges, insertRow, lockRow, UnitOfWork, updateVersioned, type Work } from '@throughline/platform/database';
import { type Actor, newId, normalizeLine, refuse } from '@throughline/platform/kernel';
import { teamPermissions, teamSubject } from './department.policy.js';
import { DepartmentRepository } from './department.repository.js';
import { teamRecords } from './held-records.js';

/** Facts of a team; in edits, absent = unchanged. */
export interface TeamFacts {
  name: string;
  departmentId: string;
  leadId?: string | null | undefined;
  memberIds?: readonly string[] | null | undefined;
}

interface TeamRow {
  id: string;
  version: number;
  name: string;
  departmentId: string;
  leadId: string | null;
}

const TEAM = { table: 'team', label: 'team', fields: ['id', 'version', 'name', 'departmentId', 'leadId'] };

const accessOf = ({ id, departmentId, leadId }: Pick<TeamRow, 'id' | 'departmentId' | 'leadId'>): AccessColumns => ({ departmentId, teamId: id, ownerId: leadId });

/** Teams below departments (ORG-02). Who leads or works in a team reaches its records with TEAM scope. */
@Injectable()
export class TeamService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly departments: DepartmentRepository,
  ) {}

  /**
   * @returns the new team's id
   * @throws AppError VALIDATION_FAILED, DUPLICATE (name within the department), PRECONDITION_FAILED (archived), FORBIDDEN, NOT_FOUND
   */
  create(actor: Actor, input: TeamFacts): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      await this.departments.requireInUse(work, input.departmentId, 'departmentId');
      const team = { id: newId(), name: named(input.name), departmentId: input.departmentId, leadId: input.leadId ?? null };
      if (!allows(actor.ability, teamPermissions.create, accessOf(team))) throw refuse('FORBIDDEN', 'You may not create a team in this department.', 'departmentId');
      await this.checkPeople(work, input);
      await this.refuseOwn(work, { ...team, version: 1, leadId: null }, team.leadId, input.memberIds ?? []);
      await insertRow(work, 'team', team);
      const memberIds = await this.setMembers(work, team.id, [], input.memberIds ?? []);
      const { id, ...facts } = team;
      work.record({ kind: 'team.created', subject: 'team', subjectId: id, related: [team.departmentId], access: { before: null, after: accessOf(team) }, changes: fieldChanges({}, { ...facts, memberIds }) });
      return id;
    });
  }

  /** @throws AppError CONFLICT, VALIDATION_FAILED, DUPLICATE, PRECONDITION_FAILED, FORBIDDEN, NOT_FOUND */
  update(actor: Actor, id: string, version: number, input: Partial<TeamFacts>): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const team = await lockRow<TeamRow>(work, TEAM, id);
      authorize(actor, teamPermissions.update, teamSubject, accessOf(team));
      const { memberIds, ...given } = input;
      const facts = { ...given, ...(given.name === undefined ? {} : { name: named(given.name) }) };
      const after = { ...team, ...columnsGiven(facts) };
      if (after.departmentId !== team.departmentId) {
        await this.departments.requireInUse(work, after.departmentId, 'departmentId');
        if (!allows(actor.ability, teamPermissions.update, accessOf(after))) throw refuse('FORBIDDEN', 'You may not move a team there.', 'departmentId');
      }
      await this.checkPeople(work, input);
      await updateVersioned(work, 'team', 'team', id, version, columnValues(facts));
      const members = memberIds ? await this.members(work, id) : [];
      await this.refuseOwn(work, team, after.leadId, memberIds ? memberIds.filter((member) => !members.includes(member)) : []);
      const next = memberIds ? await this.setMembers(work, id, members, memberIds) : [];
      work.record({
        kind: 'team.updated', subject: 'team', subjectId: id, related: [...new Set([team.departmentId, after.departmentId])],
        access: { before: accessOf(team), after: accessOf(after) }, changes: { ...fieldChanges(team, facts), ...fieldChanges({ memberIds: members }, { memberIds: next }) },
      });
      return id;
    });
  }

  /** @throws AppError FORBIDDEN for whoever makes themselves part of a team that is not where they belong */
  private async refuseOwn(work: Work, { departmentId, leadId: before }: TeamRow, leadId: string | null, added: readonly string[]): Promise<void> {
    const { userId } = work.actor;
    if (!userId) return;
    if (leadId === userId && before !== userId) await this.departments.refuseForOneself(work, departmentId, 'leadId');
    if (added.includes(userId)) await this.departments.refuseForOneself(work, departmentId, 'memberIds');
  }

  /**
   * Takes a team away; its people stay in their departments.
   *
   * @param targetId the team that gets its records; they belong to no team when absent
   * @throws AppError CONFLICT, VALIDATION_FAILED, FORBIDDEN, NOT_FOUND
   */
  delete(actor: Actor, { id, version, targetId }: { id: string; version: number; targetId?: string | null }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const team = await lockRow<TeamRow>(work, TEAM, id);
      authorize(actor, teamPermissions.delete, teamSubject, accessOf(team));
      if (targetId === id) throw refuse('VALIDATION_FAILED', 'Choose another team.', 'targetId');
      if (targetId) authorize(actor, teamPermissions.update, teamSubject, accessOf(await lockRow<TeamRow>(work, TEAM, targetId, 'targetId')), 'targetId');
      await updateVersioned(work, 'team', 'team', id, version, {});
      for (const records of teamRecords()) await records.leaveTeam?.(work, id, targetId ?? null);
      const memberIds = await this.members(work, id);
      await this.setMembers(work, id, memberIds, []);
      await work.execute('DELETE FROM team WHERE organization_id = $1 AND id = $2', [actor.organizationId, id]);
      work.record({
        kind: 'team.deleted', subject: 'team', subjectId: id, related: [team.departmentId], access: { before: accessOf(team), after: null },
        changes: { name: { before: team.name, after: null }, leadId: { before: team.leadId, after: null }, memberIds: { before: memberIds, after: null } },
      });
      return id;
    });
  }

  private async checkPeople(work: Work, { leadId, memberIds }: Partial<TeamFacts>): Promise<void> {
    await this.departments.requireStaff(work, leadId ? [leadId] : [], 'leadId', 'The lead must be somebody who works here.');
    await this.departments.requireStaff(work, [...new Set(memberIds ?? [])], 'memberIds', 'Members must be people who work here.');
  }

  private async members(work: Work, id: string): Promise<string[]> {
    const rows = await work.query<{ userId: string }>('SELECT user_id AS "userId" FROM team_member WHERE organization_id = $1 AND team_id = $2 ORDER BY 1', [work.actor.organizationId, id]);
    return rows.map(({ userId }) => userId);
  }

  private async setMembers(work: Work, id: string, before: readonly string[], wanted: readonly string[]): Promise<string[]> {
    const after = [...new Set(wanted)].sort();
    const { organizationId } = work.actor;
    const [gone, added] = [before.filter((user) => !after.includes(user)), after.filter((user) => !before.includes(user))];
    if (gone.length > 0) await work.execute('DELETE FROM team_member WHERE organization_id = $1 AND team_id = $2 AND user_id = ANY ($3::uuid[])', [organizationId, id, gone]);
    if (added.length > 0) await work.execute('INSERT INTO team_member (organization_id, team_id, user_id) SELECT $1, $2, u FROM unnest($3::uuid[]) u', [organizationId, id, added]);
    return after;
  }
}

const columnsGiven = <T extends object>(facts: T): Partial<{ [Key in keyof T]: Exclude<T[Key], undefined> }> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Partial<{ [Key in keyof T]: Exclude<T[Key], undefined> }>;

function named(name: string): string {
  const line = normalizeLine(name);
  if (!line) throw refuse('VALIDATION_FAILED', 'Give the team a name.', 'name');
  return line;
}
