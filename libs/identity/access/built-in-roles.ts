/** What a built-in role is; its grants are in `default-grants.ts`. */
export interface BuiltInRole {
  name: string;
  description: string;
  /** Tiers whose people may hold it. */
  tiers: readonly string[];
  /** Inherits everything this role has. */
  parent?: string;
}

/**
 * The roles every organization starts with (product.md, "People"); all but the superadmin are the organization's to edit.
 * Order matters to the setup: a parent comes before those who inherit from it.
 */
export const BUILT_IN_ROLES = {
  SUPERADMIN: { name: 'Superadmin', description: 'Everything, always; one person, who cannot be removed or locked out.', tiers: ['ADMIN'] },
  ADMIN: { name: 'Admin', description: 'Everything within the organization.', tiers: ['ADMIN'] },
  SALES_CLOSER: { name: 'Sales Closer', description: 'Takes in leads and qualifies them.', tiers: ['EMPLOYEE'] },
  SALES_AGENT: { name: 'Sales Agent', description: 'Converts qualified leads, works deals and writes quotes.', tiers: ['EMPLOYEE'] },
  SALES_MANAGER: { name: 'Sales Manager', description: 'Runs the sales department and hands won deals over to support.', tiers: ['EMPLOYEE'] },
  SUPPORT_AGENT: { name: 'Support Agent', description: 'Collects the requirements and fixes the scope.', tiers: ['EMPLOYEE'] },
  SUPPORT_MANAGER: { name: 'Support Manager', description: 'Validates onboarding tickets and assigns agents.', tiers: ['EMPLOYEE'], parent: 'SUPPORT_AGENT' },
  TEAM_MEMBER: { name: 'Team Member', description: 'Does the work and logs time.', tiers: ['EMPLOYEE'] },
  TEAM_LEAD: { name: 'Team Lead', description: 'Breaks tasks down, assigns and reviews them.', tiers: ['EMPLOYEE'], parent: 'TEAM_MEMBER' },
  DEPARTMENT_MANAGER: { name: 'Department Manager', description: 'Approves projects and plans their tasks.', tiers: ['EMPLOYEE'], parent: 'TEAM_LEAD' },
  PROJECT_MANAGER: { name: 'Project Manager', description: 'Plans and runs projects.', tiers: ['EMPLOYEE'] },
  QA_REVIEWER: { name: 'QA Reviewer', description: 'Accepts finished work or returns it.', tiers: ['EMPLOYEE'] },
  ACCOUNT_MANAGER: { name: 'Account Manager', description: 'Looks after customers from the sale to the next one.', tiers: ['EMPLOYEE'] },
  MARKETING: { name: 'Marketing', description: 'Brings in leads and watches their sources.', tiers: ['EMPLOYEE'] },
  HR: { name: 'HR', description: 'Keeps people and departments in order.', tiers: ['EMPLOYEE'] },
  ACCOUNTANT: { name: 'Accountant', description: 'Sees what was sold and what was worked.', tiers: ['EMPLOYEE'] },
  ANALYST: { name: 'Analyst', description: 'Reads everything that reports are made of, changes nothing.', tiers: ['EMPLOYEE'] },
  CLIENT_MEMBER: { name: 'Client Member', description: 'A customer\'s person: watches their own projects.', tiers: ['CLIENT'] },
  CLIENT_OWNER: { name: 'Client Owner', description: 'Decides for the customer.', tiers: ['CLIENT'], parent: 'CLIENT_MEMBER' },
} as const satisfies Record<string, BuiltInRole>;

export type BuiltInRoleKey = keyof typeof BUILT_IN_ROLES;

/** Every built-in role of people who work here without running the organization. */
export const STAFF_ROLES = (Object.keys(BUILT_IN_ROLES) as BuiltInRoleKey[]).filter((key) => (BUILT_IN_ROLES[key].tiers as readonly string[]).includes('EMPLOYEE'));
