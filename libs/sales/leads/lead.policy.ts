import { acceptsFiles } from '@throughline/common/files';
import { defineTagged } from '@throughline/common/tags';
import { definePickList, pickListPermissions } from '@throughline/identity/pick-lists';
import { definePermissions, defineSubject } from '@throughline/platform/access';
import type { AccessColumns } from '@throughline/platform/database';
import type { LeadMove } from './lead.workflow.js';

export const leadSubject = defineSubject({
  name: 'lead',
  table: 'lead',
  label: 'lead',
  columns: { departmentId: 'department_id', ownerId: 'owner_id', state: 'status', amountMinor: 'budget_minor', currency: 'currency' },
  maskable: { email: { mask: 'EMAIL' }, phone: { mask: 'LAST_FOUR' } },
});

export const leadPermissions = definePermissions('lead', {
  read: 'See leads',
  create: 'Create leads',
  update: 'Change a lead\'s facts and tags',
  contact: 'Log contact with a lead',
  qualify: 'Qualify leads: budget, authority, need, timeline',
  score: 'Adjust the score of leads by hand',
  convert: 'Convert leads to customer, contact and deal',
  lose: 'Mark leads as lost',
  disqualify: 'Disqualify leads',
  reopen: 'Reopen lost and disqualified leads',
  assign: 'Give leads to somebody',
  unmask: 'See masked values of leads; each use is recorded',
  claim: 'Take leads that nobody owns',
});

acceptsFiles('lead', leadPermissions.update);

defineTagged(leadSubject, 'leads');

definePickList({ key: 'LEAD_SOURCE', label: 'Lead sources', usedFor: 'Source of leads and customers', update: pickListPermissions.updateSales });

/** The permission that each move of the workflow asks for. */
export const LEAD_MOVE_PERMISSIONS = {
  CONTACT: leadPermissions.contact,
  QUALIFY: leadPermissions.qualify,
  CONVERT: leadPermissions.convert,
  LOSE: leadPermissions.lose,
  DISQUALIFY: leadPermissions.disqualify,
  REOPEN: leadPermissions.reopen,
} satisfies Record<LeadMove, unknown>;

export const leadFormSubject = defineSubject({
  name: 'leadForm',
  table: 'lead_form',
  label: 'form',
  columns: { departmentId: 'department_id', ownerId: 'owner_id' },
});

export const leadFormPermissions = definePermissions('leadForm', {
  read: 'See public forms and their addresses',
  create: 'Create public forms',
  update: 'Change public forms, close and open them',
});

export const leadImportSubject = defineSubject({
  name: 'leadImport',
  table: 'lead_import',
  label: 'import',
  columns: { departmentId: 'department_id', ownerId: 'owner_id' },
});

export const leadImportPermissions = definePermissions('leadImport', {
  read: 'See imports of leads and their reports',
  create: 'Import leads from files',
});

/** Of a lead also its state and budget; forms and imports have neither. */
export function leadAccess(lead: { ownerId: string | null; departmentId: string | null; status?: string; budgetMinor?: string | bigint | number | null; currency?: string | null }): AccessColumns {
  const { ownerId, departmentId, status, budgetMinor, currency = null } = lead;
  return { ownerId, departmentId, ...(status === undefined ? {} : { state: status }), ...(budgetMinor === undefined ? {} : { amountMinor: budgetMinor === null ? null : String(budgetMinor), currency }) };
}
