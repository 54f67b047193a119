import type { Probes } from './probes.js';
import type { Person, Relation } from './relations.js';

/** What cannot be seen in the schema: which record an operation is about, and what a person would fill in. */
export interface Recipe {
  /** The subject of the record it works on, where it is not the permission's: quotes are written on deals. */
  on?: string;
  /** The argument or input field that names the record; `id` where absent, null where there is none. */
  record?: string | null;
  /** The permission that decides on the record, where the declared one only opens the door. */
  permission?: string;
  /** The probe whose id is passed, where the record has its rights from another: a requirement from its ticket. */
  probe?: string;
  /** What the types do not tell. */
  variables?: (probes: Probes, person: Person) => Record<string, unknown>;
  /** Takes several records and reports which it left out. */
  bulk?: boolean;
  /** Changes the record although no version is asked: the record is put back before each call. */
  moves?: boolean;
  /** Ends the caller's session: asked with a session of its own. */
  endsSession?: boolean;
  /** A rule of the work itself refuses some whom the permission would allow; who and why. */
  narrower?: { roles: readonly string[]; relations: readonly Relation[]; why: string };
}

const content = { title: 'Quote', validUntil: '2027-12-31', lines: [{ description: 'Line', quantity: '1', unitPriceMinor: '100' }] };
const input = (fields: Record<string, unknown>) => () => ({ input: fields });
/** Unique texts for what may exist only once. */
let count = 0;
const fresh = (word: string): string => `${word}-${(count += 1)}`;

export const RECIPES: Readonly<Record<string, Recipe>> = {
  createLead: { variables: input({ name: 'Probe' }) },
  createLeadForm: { variables: () => ({ input: { slug: fresh('probe'), services: [{ key: 'WEB', label: 'Web' }] } }) },
  createProduct: { variables: () => ({ input: { sku: fresh('probe'), price: { amountMinor: '100', currency: 'USD' } } }) },
  createUser: { variables: () => ({ input: { email: `${fresh('probe')}@example.test`, tier: 'EMPLOYEE' } }) },
  createContact: { on: 'customer', record: 'customerId' },
  createDeal: { record: null },
  createQuote: { on: 'deal', record: 'dealId', variables: input({ content }) },
  updateQuote: { variables: input({ content }) },
  openOnboardingTicket: { on: 'deal', record: 'dealId', variables: input({ categoryKey: 'WEB' }) },
  createMilestone: { on: 'project', record: 'projectId' },
  createTask: { on: 'project', record: 'projectId' },
  createTasksFromTemplate: { on: 'project', record: 'projectId', variables: input({ templateKey: 'WEB' }) },
  createSubTask: { on: 'task', record: 'parentId' },
  requestSubTask: { on: 'task', record: 'parentId' },
  logTime: { on: 'task', record: 'taskId', permission: 'task.read', variables: input({ minutes: 5, workedOn: '2026-11-02' }) },
  createProject: { record: null, variables: (_, { departmentId }) => ({ input: departmentId ? { departmentId } : {} }) },
  qualifyLead: { variables: input({ budget: { amountMinor: '100', currency: 'USD' }, authority: 'YES', need: 'EXPLICIT', timeline: 'IMMEDIATE' }) },
  moveProject: { permission: 'project.run', variables: input({ move: 'HOLD', reason: 'Probe' }) },
  moveTicket: { permission: 'ticket.work', variables: input({ move: 'START' }) },
  moveTicketRequirement: { on: 'ticket', probe: 'ticketRequirement', variables: input({ move: 'RECEIVE', value: 'Probe' }) },
  deactivateUser: { narrower: { roles: ['SUPERADMIN'], relations: ['own'], why: 'the superadmin cannot be deactivated' } },
  claimLead: { moves: true },
  claimTask: { moves: true },
  bulkAssignLeads: { on: 'lead', record: 'ids', bulk: true },
  bulkCloseLeads: { on: 'lead', record: 'ids', bulk: true, moves: true, permission: 'lead.disqualify', variables: input({ move: 'DISQUALIFY' }) },
  bulkTagLeads: { on: 'lead', record: 'ids', bulk: true, variables: input({ add: ['probe'] }) },
  dealStageTotals: { record: null },
  whyProgress: { on: 'project', variables: () => ({ kind: 'PROJECT', levels: 2 }) },
  reauthenticate: { variables: input({ password: 'a password of the tests' }) },
  updateTicketSettings: { variables: input({ categoryKey: 'WEB' }) },
  signOut: { endsSession: true },
};
