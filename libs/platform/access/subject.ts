/** How a masked text is shown: `a•••@example.com`, the last four characters, or nothing of it. */
export type MaskKind = 'EMAIL' | 'LAST_FOUR' | 'ALL';

/**
 * The access columns of a subject's table: the only columns that rules may speak of (domain.md, "Permissions").
 * A scope whose column a subject does not have matches none of its records.
 */
export interface SubjectDefinition {
  /** Subject type as in permissions and events: `lead`. */
  readonly name: string;
  readonly table: string;
  /** What a person calls one such record, for messages: `lead`. */
  readonly label: string;
  readonly columns: {
    readonly departmentId?: string;
    readonly teamId?: string;
    readonly ownerId?: string;
    readonly customerId?: string;
    /** A boolean column that must be true before CUSTOMER scope reaches the record. */
    readonly sharedWithClient?: string;
    /** The status: what conditions on states compare. */
    readonly state?: string;
    /** A bigint of minor units: what conditions on amounts compare, in whatever currency the record has. */
    readonly amountMinor?: string;
  };
  /** Fields that roles may show masked, by their GraphQL names: columns of text of the same name in snake_case, or as named. */
  readonly maskable?: Readonly<Record<string, { readonly mask: MaskKind; readonly column?: string }>>;
  /** The link to the people who work on it; the table carries `organization_id` too. */
  readonly assignees?: { readonly table: string; readonly recordColumn: string; readonly userColumn: string };
}

const subjects = new Map<string, SubjectDefinition>();

/** Declares a subject once, in its feature's `*.policy.ts`. */
export function defineSubject(definition: SubjectDefinition): SubjectDefinition {
  if (subjects.has(definition.name)) throw new Error(`Subject ${definition.name} is declared twice.`);
  subjects.set(definition.name, Object.freeze(definition));
  return definition;
}

/** @throws Error for a subject no feature declares */
export function subjectByName(name: string): SubjectDefinition {
  const subject = subjects.get(name);
  if (!subject) throw new Error(`There is no subject named ${name}.`);
  return subject;
}

/** Every subject that the loaded features declare. */
export function declaredSubjects(): readonly SubjectDefinition[] {
  return [...subjects.values()];
}
