import type { AppAbility } from '../kernel/index.js';
import { abilitySql, type SqlParameters } from './ability-sql.js';
import { followedSubjects, subjectByName, type SubjectDefinition } from './subject.js';

/**
 * The rows whose followed record an ability may read, or which follow none (`Follows`), as a SQL condition: the same rule as
 * `seesFollowed` has for loaded records. `following.spec.ts` compares both on random records.
 *
 * @param alias the following table's alias in the statement
 */
export function followedSql(ability: AppAbility, subject: SubjectDefinition, alias: string, parameters: SqlParameters): string {
  const { follows } = subject;
  if (!follows) return 'true';
  const seen = followedSubjects(subject).flatMap((name) => {
    const record = existsSql(ability, subjectByName(name), `${alias}.${follows.idColumn}`, `${alias}_f`, parameters);
    if (record === 'false') return [];
    return 'subjectColumn' in follows ? [`(${alias}.${follows.subjectColumn} = '${name}' AND ${record})`] : [record];
  });
  // What always follows one kind of record is joined to it; beside an OR it could not be.
  if ('subject' in follows) return seen[0] ?? 'false';
  return `(${[`${alias}.${follows.idColumn} IS NULL`, ...seen].join(' OR ')})`;
}

function existsSql(ability: AppAbility, followed: SubjectDefinition, id: string, alias: string, parameters: SqlParameters): string {
  const rows = abilitySql(ability, 'read', followed, alias, parameters);
  if (rows === 'false') return 'false';
  return `EXISTS (SELECT 1 FROM ${followed.table} ${alias} WHERE ${alias}.organization_id = ${parameters.organization ?? 'app.organization_id()'} AND ${alias}.id = ${id} AND ${rows})`;
}
