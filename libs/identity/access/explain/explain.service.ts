import { Injectable } from '@nestjs/common';
import {
  allows, authorize, compileAbility, MASK_ACTION, maySee, type Permission, permissionCatalogue, requestConditionsHold, subjectByName,
} from '@throughline/platform/access';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, notFound, refuse } from '@throughline/platform/kernel';
import { modelOfSubject, recordAccess } from '@throughline/platform/read';
import { bound, HeldRights, type RightsFacts } from '../rights.js';
import { readRightsFacts, readRightsFactsOf } from '../rights.repository.js';
import { rolePermissions, roleSubject } from '../role.policy.js';
import { conditionsInWords, heldLines, lineInWords, reachInWords, type SourcedLine, sourceInWords } from './held-lines.js';

/** Who and what is asked about. Without a record: whether they may at all, somewhere. */
export interface AccessQuestion {
  userId: string;
  permission: string;
  recordId?: string | null | undefined;
}

export interface AccessReason {
  effect: 'ALLOW' | 'DENY' | 'MASK';
  /** Whether the line applies here and now. */
  applies: boolean;
  sentence: string;
}

export interface AccessAnswer {
  allowed: boolean;
  /** One sentence that sums up. */
  sentence: string;
  reasons: AccessReason[];
  hiddenFields: string[];
  maskedFields: string[];
}

type Access = Record<string, unknown>;
const MOST_PEOPLE = 500;

/** "What can this person do and why" (ACL-05, AHEAD-07), judged by the very rules that enforce it. */
@Injectable()
export class ExplainService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws AppError NOT_FOUND (person, record), VALIDATION_FAILED (permission), FORBIDDEN */
  explain(actor: Actor, { userId, permission: name, recordId }: AccessQuestion): Promise<AccessAnswer> {
    return this.unitOfWork.run(actor, async (work) => {
      const [person] = await work.query<{ name: string; status: string }>('SELECT name, status FROM user_account WHERE organization_id = $1 AND id = $2', [actor.organizationId, userId]);
      if (!person) throw notFound('person', 'userId');
      authorize(actor, rolePermissions.explain, roleSubject, {}, 'userId');
      const permission = known(name);
      const access = recordId ? await this.access(work, permission, recordId) : null;
      const facts = await readRightsFacts(work, actor.organizationId, userId);
      if (!facts) throw notFound('person', 'userId');
      const lines = await heldLines(work, userId, [permission.name]);
      return answer(person, permission, access, facts, lines);
    });
  }

  /**
   * Active people who may do something with a record.
   *
   * @throws AppError NOT_FOUND (record), VALIDATION_FAILED (permission), FORBIDDEN, LIMIT_EXCEEDED for organizations of more than 500 people
   */
  who(actor: Actor, permissionName: string, recordId: string): Promise<string[]> {
    return this.unitOfWork.run(actor, async (work) => {
      const permission = known(permissionName);
      const access = await this.access(work, permission, recordId);
      authorize(actor, rolePermissions.explain, roleSubject, {}, 'recordId');
      // Only those who hold the permission at all are worth looking at.
      const people = await work.query<{ id: string }>(
        `WITH RECURSIVE granting AS (
           SELECT role_id AS id FROM role_grant WHERE organization_id = $1 AND permission = $2 AND effect = 'ALLOW'
           UNION SELECT r.id FROM role r JOIN granting g ON r.parent_id = g.id WHERE r.organization_id = $1)
         SELECT u.id FROM user_account u WHERE u.organization_id = $1 AND u.status = 'ACTIVE' AND (
           EXISTS (SELECT 1 FROM user_role ur WHERE ur.organization_id = $1 AND ur.user_id = u.id AND ur.role_id IN (SELECT id FROM granting))
           OR EXISTS (SELECT 1 FROM user_grant e WHERE e.organization_id = $1 AND e.user_id = u.id AND e.permission = $2 AND e.effect = 'ALLOW'))
         ORDER BY u.name LIMIT ${MOST_PEOPLE + 1}`, [actor.organizationId, permission.name],
      );
      if (people.length > MOST_PEOPLE) throw refuse('LIMIT_EXCEEDED', `More than ${MOST_PEOPLE} people hold "${permission.name}". Ask about one of them instead.`, 'permission');
      const everybody = await readRightsFactsOf(work, actor.organizationId, people.map(({ id }) => id));
      // Wherever and whenever: a network or an hour is a fact of a request, not of a person.
      return everybody.filter((facts) => !decide(withoutRequest(facts), permission, access).refused).map(({ userId }) => userId);
    });
  }

  private async access(work: Work, permission: Permission, recordId: string): Promise<Access> {
    const model = modelOfSubject(permission.subject);
    const access = model && (await recordAccess(work, model, recordId));
    if (!access) throw notFound(subjectByName(permission.subject).label, 'recordId');
    return Object.fromEntries(Object.entries(access).map(([key, value]) => [key, typeof value === 'bigint' || typeof value === 'number' ? String(value) : value]));
  }
}

function known(name: string): Permission {
  const permission = permissionCatalogue().find((each) => each.name === name);
  if (!permission) throw refuse('VALIDATION_FAILED', `There is no permission named "${name}".`, 'permission');
  return permission;
}

const NOW = (): { address: null; now: Date } => ({ address: null, now: new Date() });

/** Grants that ask for a network or hours count as if they held; denials that do, too. */
function withoutRequest(facts: RightsFacts): RightsFacts {
  return { ...facts, grants: facts.grants.map(({ conditions, ...grant }) => {
    const { networks: _networks, hours: _hours, ...rest } = conditions ?? {};
    return { ...grant, ...(Object.keys(rest).length > 0 ? { conditions: rest } : {}) };
  }) };
}

/** A record that may not be read cannot be worked on either (`authorize`). */
function decide(facts: RightsFacts, permission: Permission, access: Access | null): { refused: 'READ' | 'ACTION' | null; rights: ReturnType<HeldRights['in']> } {
  const rights = new HeldRights(facts, () => undefined).in(NOW());
  const may = access ? allows(rights.ability, permission, access) : rights.ability.can(permission.action, permission.subject);
  const refused = access && !maySee(rights.ability, permission.subject, access) ? 'READ' : may ? null : 'ACTION';
  return { refused, rights };
}

function answer(person: { name: string; status: string }, permission: Permission, access: Access | null, facts: RightsFacts, lines: readonly SourcedLine[]): AccessAnswer {
  const reasons = lines.map((line) => reasonOf(line, permission, access, facts));
  const { refused, rights } = decide(withoutRequest(facts), permission, access);
  const active = person.status === 'ACTIVE';
  const rules = access && !refused ? fieldsOf(rights.ability, access, permission) : { hidden: [], masked: [] };
  const [where, what] = [access ? 'this record' : 'records of this kind', `"${permission.meaning.toLowerCase()}" (${permission.name})`];
  const denied = reasons.some(({ effect, applies, sentence }) => effect === 'DENY' && applies && !sentence.includes('only the field'));
  const sentence = !active ? `${person.name} cannot sign in at present, so nothing is allowed.`
    : refused === null ? `${person.name} may do ${what} with ${where}.`
    : refused === 'READ' && permission.action !== 'read' ? `${person.name} may not see ${where} at all, so nothing can be done with it: it is answered as missing.`
    : lines.length === 0 ? `${person.name} may not: no role and no exception grants ${permission.name}.`
    : denied ? `${person.name} may not: a denial takes away what is granted.`
    : `${person.name} may not: nothing that is granted reaches ${where}.`;
  return { allowed: active && refused === null, sentence, reasons, hiddenFields: rules.hidden, maskedFields: rules.masked };
}

function fieldsOf(ability: ReturnType<HeldRights['in']>['ability'], access: Access, { subject }: Permission): { hidden: string[]; masked: string[] } {
  const record = { ...access, __subject: subject };
  const named = [...new Set(ability.possibleRulesFor('read', subject).flatMap((rule) => rule.fields ?? []))].sort();
  const masks = ability.rulesFor(MASK_ACTION, subject).filter((rule) => rule.action === MASK_ACTION && rule.matchesConditions(record));
  return { hidden: named.filter((field) => !ability.can('read', record, field)), masked: [...new Set(masks.flatMap((rule) => rule.fields ?? []))].sort() };
}

/** Judges one line alone: does it reach the record, and if not, why. */
function reasonOf(line: SourcedLine, permission: Permission, access: Access | null, facts: RightsFacts): AccessReason {
  const effect = line.effect;
  const verb = { ALLOW: 'grants', DENY: 'denies', MASK: 'masks' }[effect];
  const said = `${capital(sourceInWords(line))} ${verb} ${lineInWords(line)}`;
  const missing = whyNot(line, permission, access, facts);
  const only = line.fields && effect === 'DENY' ? `; only the field${line.fields.length > 1 ? 's' : ''} ${line.fields.join(', ')} of it` : '';
  const words = line.conditions ? conditionsInWords(line.conditions) : [];
  const conditions = words.length > 0 ? `, but only ${words.join(', ')}` : '';
  return { effect, applies: missing === null, sentence: `${said}${conditions}${only}${missing ? `; it does not apply: ${missing}` : ''}.` };
}

function whyNot(line: SourcedLine, permission: Permission, access: Access | null, facts: RightsFacts): string | null {
  if ((line.scope === 'CUSTOMER') !== (facts.tier === 'CLIENT')) return 'people of this tier cannot have this scope';
  const grant = bound(line, permission, facts.subtrees);
  if (!grant) return 'bound to a department it says nothing about what belongs to none';
  if (line.conditions?.hours && !requestConditionsHold({ hours: line.conditions.hours }, { ...NOW(), zone: facts.zone }, false)) return 'it is outside these hours now';
  if (!access) return null;
  const { conditions: _conditions, effect: _effect, fields: _fields, ...scoped } = grant;
  const reaches = (more: object): boolean => {
    const ability = compileAbility([{ ...scoped, effect: 'ALLOW', ...more }], facts);
    return ability.can(permission.action, { ...access, __subject: permission.subject });
  };
  if (!reaches({})) return `this record is not among ${reachInWords(line)}`;
  const { networks: _networks, hours: _hours, ...ofRecord } = line.conditions ?? {};
  return reaches({ conditions: ofRecord }) ? null : 'the record does not meet the condition';
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
