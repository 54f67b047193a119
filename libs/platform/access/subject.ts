/** How a masked text is shown: `a•••@example.com`, the last four characters, or nothing of it. */
export type MaskKind = 'EMAIL' | 'LAST_FOUR' | 'ALL';

/**
 * The record that another belongs to: a message's channel, a channel's project. Nobody sees a record whose followed record they
 * do not see, whatever they are granted; so a project's talk and files need no rules of their own. Scopes on a following subject:
 * ORGANIZATION reaches it wherever the followed record is seen, and of those that follow nothing only what OWN, ASSIGNED and
 * DEPARTMENT reach (nobody reads other people's direct messages by being an administrator); CUSTOMER reaches it where a record is
 * followed and its own `sharedWithClient` says so. `idColumn` is null where nothing is followed; with one fixed `subject` it never is.
 */
export type Follows =
  | { readonly subject: string; readonly idColumn: string }
  | { readonly subjectColumn: string; readonly idColumn: string; readonly subjects: () => readonly string[] };

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
    /** A bigint of minor units: what conditions on amounts compare. */
    readonly amountMinor?: string;
    /** The amount's currency, ISO 4217. Conditions on amounts are in the organization's: an amount in another one is as good as untold. */
    readonly currency?: string;
  };
  /** Fields that roles may show masked, by their GraphQL names: columns of text of the same name in snake_case, or as named. */
  readonly maskable?: Readonly<Record<string, { readonly mask: MaskKind; readonly column?: string }>>;
  /**
   * Its records are their owner's alone: every scope reaches what OWN reaches, an administrator's and a client's too (a person's
   * notifications, reminders). Needs `columns.ownerId`.
   */
  readonly personal?: boolean;
  /** The record it belongs to and is seen with (`Follows`); most subjects follow nothing. */
  readonly follows?: Follows;
  /**
   * The subjects whose access columns its records carry as a copy, kept by that feature: a task its project's and its parent's. Receivers of
   * events are told that they moved with it (`carried`), without an event for each.
   */
  readonly accessFrom?: readonly string[];
  /** Its records show what another record is called, to whoever may see that one (`recordName`): which columns say what it is. */
  readonly shows?: { readonly subjectColumn: string; readonly idColumn: string };
  /** Subjects from whose records its own take other values (how many hold a role): every event about one of these is told with `carried`. */
  readonly madeOf?: readonly string[];
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

/** Which subjects' records a record of this subject may follow. */
export function followedSubjects({ follows }: SubjectDefinition): readonly string[] {
  if (!follows) return [];
  return 'subject' in follows ? [follows.subject] : follows.subjects();
}

/** Whether records of a subject follow others; false for a name no feature declares. */
export function followsOthers(name: string): boolean {
  return subjects.get(name)?.follows !== undefined;
}

/** Every subject that the loaded features declare. */
export function declaredSubjects(): readonly SubjectDefinition[] {
  return [...subjects.values()];
}

/** What goes with the records of a subject: what is seen with them, what carries a copy of their access columns, what shows their name or more of them. */
export interface Carried { readonly followers: readonly string[]; readonly copies: readonly string[]; readonly naming: readonly string[]; readonly made: readonly string[] }

const carried = new Map<string, Carried>();
let carriedOf = 0;

/** Which subjects' records come, go and move with those of a subject, each step by itself. */
export function carriedBy(name: string): Carried {
  // Features declare while they are loaded.
  if (carriedOf !== subjects.size) carried.clear();
  carriedOf = subjects.size;
  let found = carried.get(name);
  if (!found) {
    const those = (holds: (subject: SubjectDefinition) => boolean | undefined): string[] => [...subjects.values()].filter(holds).map((subject) => subject.name);
    found = {
      followers: those((subject) => followedSubjects(subject).includes(name)), copies: those(({ accessFrom }) => accessFrom?.includes(name)),
      naming: those(({ shows }) => shows !== undefined), made: those(({ madeOf }) => madeOf?.includes(name)),
    };
    carried.set(name, found);
  }
  return found;
}
