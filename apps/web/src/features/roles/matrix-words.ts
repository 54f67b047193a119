import type { GrantEffect, GrantScope, PermissionMatrixQuery } from '@/gql/roles/matrix';
import type { Tone } from '@/lib/tone';

export type Subject = PermissionMatrixQuery['permissionMatrix']['subjects'][number];
export type MatrixRole = PermissionMatrixQuery['permissionMatrix']['roles'][number];
export type Line = MatrixRole['cells'][number]['lines'][number];
export type Conditions = NonNullable<Line['conditions']>;
/** What a line says, without where it comes from: what is edited and sent. */
export type OwnLine = Pick<Line, 'scope' | 'effect' | 'fields' | 'conditions'>;

/** How far a permission reaches, in one or two words for a cell. */
export const scopeWord: Record<GrantScope, string> = { OWN: 'Own', ASSIGNED: 'Assigned', TEAM: 'Team', DEPARTMENT: 'Department', ORGANIZATION: 'Everything', CUSTOMER: 'Own customer' };

/** The same as a sentence's end. */
export const scopeText: Record<GrantScope, string> = {
  OWN: 'Records the person owns',
  ASSIGNED: 'Records they own or work on',
  TEAM: 'Records of their teams',
  DEPARTMENT: 'Records of their departments and those below',
  ORGANIZATION: 'All records of the organization',
  CUSTOMER: 'Records of their own customer',
};

/**
 * Why one may not give a permission that far; null when one may.
 *
 * @param holds whether one holds it at all
 */
export function whyNotGiven({ grantable }: Pick<Subject['permissions'][number], 'grantable'>, scope: GrantScope, holds: boolean): string | null {
  if (grantable.includes(scope)) return null;
  return holds ? 'Further than you hold it yourself, or without a limit that yours has' : 'You do not hold this yourself';
}

/** `IN_PROGRESS` to `In progress`. */
export const stateWords = (state: string): string => state.charAt(0) + state.slice(1).toLowerCase().replaceAll('_', ' ');

export const effectText: Record<GrantEffect, string> = { ALLOW: 'Allows', DENY: 'Denies', MASK: 'Masks' };

/** The further, the stronger the colour; always beside the word. */
export const scopeTone: Record<GrantScope, Tone> = { OWN: 'info', ASSIGNED: 'info', TEAM: 'accent', DEPARTMENT: 'accent', ORGANIZATION: 'success', CUSTOMER: 'client' };

const REACH: Record<GrantScope, number> = { OWN: 1, ASSIGNED: 2, TEAM: 3, CUSTOMER: 3, DEPARTMENT: 4, ORGANIZATION: 5 };

export const tierText: Record<string, string> = { ADMIN: 'Administrators', EMPLOYEE: 'Staff', CLIENT: 'Clients', SERVICE: 'Programs (API keys)' };

/** What a cell says. */
export interface CellSummary {
  word: string;
  tone: Tone | null;
  /** Everything in it comes from a parent role. */
  inherited: boolean;
  /** "2 fields hidden", "with conditions": why the word is not all. */
  notes: readonly string[];
}

type Shown = OwnLine & Partial<Pick<Line, 'inheritedFrom'>>;

const bare = (line: Shown): boolean => !line.fields && !line.conditions;

/** Sums a cell up: a denial without exception wins, else the furthest allowance, with what narrows it. */
export function summaryOf(lines: readonly Shown[]): CellSummary {
  const inherited = lines.length > 0 && lines.every(({ inheritedFrom }) => inheritedFrom);
  const denied = lines.some((line) => line.effect === 'DENY' && bare(line));
  if (denied) return { word: 'Denied', tone: 'danger', inherited, notes: [] };
  const allowed = lines.filter(({ effect }) => effect === 'ALLOW').sort((a, b) => REACH[b.scope] - REACH[a.scope] || Number(bare(b)) - Number(bare(a)));
  const hidden = new Set(lines.filter(({ effect }) => effect === 'DENY').flatMap(({ fields }) => fields ?? []));
  const masked = new Set(lines.filter(({ effect }) => effect === 'MASK').flatMap(({ fields }) => fields ?? []));
  const best = allowed[0];
  const notes = [
    ...(best?.fields ? [`only ${counted(best.fields.length, 'field')}`] : []),
    ...(best?.conditions ? ['with conditions'] : []),
    ...(hidden.size > 0 ? [`${counted(hidden.size, 'field')} closed`] : []),
    ...(masked.size > 0 ? [`${masked.size} masked`] : []),
    ...(lines.some((line) => line.effect === 'DENY' && line.conditions) ? ['denied at times'] : []),
    ...(allowed.length > 1 ? [`${allowed.length} lines`] : []),
  ];
  return best ? { word: scopeWord[best.scope], tone: scopeTone[best.scope], inherited, notes } : { word: notes.length > 0 ? 'Rules only' : 'No', tone: notes.length > 0 ? 'warning' : null, inherited, notes };
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
export const dayNames: readonly string[] = DAYS;

/** `firstName` to "first name". */
export const fieldWords = (name: string): string => name.replace(/([A-Z])/g, ' $1').toLowerCase();

/** A line in words: "Allows: records the person owns; only these fields: e-mail; from 10.0.0.0/8". */
export function lineText({ effect, scope, fields, conditions }: OwnLine): string {
  const parts = [scopeText[scope]];
  if (fields) parts.push(`${effect === 'ALLOW' ? 'only the fields' : effect === 'MASK' ? 'masking' : 'closing'} ${fields.map(fieldWords).join(', ')}`);
  if (conditions?.networks) parts.push(`from ${conditions.networks.join(', ')}`);
  if (conditions?.hours) parts.push(conditions.hours.map(({ days, from, to }) => `${days.map((day) => DAYS[day - 1]).join(', ')} ${from}–${to}`).join(' or '));
  if (conditions?.states) parts.push(`in the state ${conditions.states.map((state) => state.toLowerCase().replaceAll('_', ' ')).join(' or ')}`);
  if (conditions?.amountAtLeast) parts.push(`from an amount of ${Number(conditions.amountAtLeast) / 100}`);
  if (conditions?.amountAtMost) parts.push(`up to an amount of ${Number(conditions.amountAtMost) / 100}`);
  return `${effectText[effect]}: ${parts.join('; ')}`;
}

/** Equal for lists of lines that say the same. */
export function linesKey(lines: readonly OwnLine[]): string {
  return JSON.stringify(
    lines
      .map(({ scope, effect, fields, conditions }) => {
        const set = Object.entries(conditions ?? {}).filter(([key, value]) => key !== '__typename' && value !== null && value !== undefined);
        const plain = set.map(([key, value]) => [key, key === 'hours' ? (value as Conditions['hours'])?.map(({ days, from, to }) => [days, from, to]) : value]);
        return JSON.stringify([scope, effect, fields && fields.length > 0 ? [...fields].sort() : null, plain.sort()]);
      })
      .sort(),
  );
}
