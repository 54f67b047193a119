import { Injectable } from '@nestjs/common';
import { type Weekday, WEEKDAYS } from '@throughline/identity/organizations';
import { PickListService } from '@throughline/identity/pick-lists';
import { allows, authorize } from '@throughline/platform/access';
import { columnValues, fieldChanges, lockRow, UnitOfWork, updateVersioned, type Work } from '@throughline/platform/database';
import { type Actor, newId, normalizeLine, normalizeText, refuse } from '@throughline/platform/kernel';
import { skillList, staffProfilePermissions, staffProfileSubject } from './directory.policy.js';

/** A skill and how well: 1 to 5. */
export interface SkillLevel {
  skillId: string;
  level: number;
}

/** Facts that may be edited; absent = unchanged. */
export interface ProfileChanges {
  phone?: string | null | undefined;
  location?: string | null | undefined;
  about?: string | null | undefined;
  /** All of them. */
  skills?: readonly SkillLevel[] | undefined;
  weeklyMinutes?: number | undefined;
  workDays?: readonly Weekday[] | undefined;
}

interface ProfileRow {
  id: string;
  phone: string | null;
  location: string | null;
  about: string | null;
  weeklyMinutes: number;
  workDays: Weekday[];
}

const PROFILE = { table: 'staff_profile', label: staffProfileSubject.label, fields: ['id', 'phone', 'location', 'about', 'weeklyMinutes', 'workDays'] };

/** Profiles of those who work here (ORG-03). */
@Injectable()
export class StaffProfileService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pickLists: PickListService,
  ) {}

  /** @throws AppError VALIDATION_FAILED, CONFLICT, FORBIDDEN (also: capacity without the right to plan), NOT_FOUND */
  update(actor: Actor, id: string, version: number, input: ProfileChanges): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const profile = await lockRow<ProfileRow>(work, PROFILE, id);
      const access = { ownerId: id };
      authorize(actor, staffProfilePermissions.update, staffProfileSubject, access);
      const before = { ...profile, skills: await this.skills(work, id) };
      const facts = {
        phone: input.phone === undefined ? undefined : normalizeLine(input.phone),
        location: input.location === undefined ? undefined : normalizeLine(input.location),
        about: input.about === undefined ? undefined : normalizeText(input.about),
        weeklyMinutes: input.weeklyMinutes,
        workDays: input.workDays && WEEKDAYS.filter((day) => input.workDays?.includes(day)),
      };
      const skills = input.skills && ordered(input.skills);
      const changes = fieldChanges(before, { ...facts, skills });
      const planned = ['weeklyMinutes', 'workDays'].find((field) => changes[field]);
      if (planned && !allows(actor.ability, staffProfilePermissions.plan, access)) throw refuse('FORBIDDEN', 'You may not change how much somebody works. Ask HR.', planned);
      await updateVersioned(work, 'staff_profile', 'profile', id, version, columnValues(facts));
      if (skills && changes['skills']) await this.replaceSkills(work, id, before.skills, skills);
      work.record({ kind: 'staffProfile.updated', subject: 'staffProfile', subjectId: id, access: { before: access, after: access }, changes });
      return id;
    });
  }

  private skills(work: Work, userId: string): Promise<SkillLevel[]> {
    return work.query<SkillLevel>('SELECT skill_id AS "skillId", level FROM staff_skill WHERE organization_id = $1 AND user_id = $2 ORDER BY 1', [work.actor.organizationId, userId]);
  }

  /** A skill that somebody has already may be archived; a new one may not. */
  private async replaceSkills(work: Work, userId: string, before: readonly SkillLevel[], after: readonly SkillLevel[]): Promise<void> {
    const held = new Set(before.map(({ skillId }) => skillId));
    const added = after.map(({ skillId }, index) => ({ skillId, index })).filter(({ skillId }) => !held.has(skillId));
    await this.pickLists.requireOffered(work, skillList, added.map(({ skillId }) => skillId), () => 'skills');
    const { organizationId } = work.actor;
    await work.execute('DELETE FROM staff_skill WHERE organization_id = $1 AND user_id = $2 AND NOT skill_id = ANY ($3::uuid[])', [organizationId, userId, after.map(({ skillId }) => skillId)]);
    await work.execute(
      `INSERT INTO staff_skill (id, organization_id, user_id, skill_id, level)
       SELECT s.id, $1, $2, s."skillId", s.level FROM jsonb_to_recordset($3::jsonb) AS s(id uuid, "skillId" uuid, level integer)
       ON CONFLICT ON CONSTRAINT uq_staff_skill_skill DO UPDATE SET level = excluded.level`,
      [organizationId, userId, JSON.stringify(after.map((skill) => ({ id: newId(), ...skill })))],
    );
  }
}

/** @throws AppError VALIDATION_FAILED at `skills` */
function ordered(skills: readonly SkillLevel[]): SkillLevel[] {
  if (new Set(skills.map(({ skillId }) => skillId)).size !== skills.length) throw refuse('VALIDATION_FAILED', 'Name each skill once.', 'skills');
  return skills.map(({ skillId, level }) => ({ skillId, level })).sort((a, b) => (a.skillId < b.skillId ? -1 : 1));
}
