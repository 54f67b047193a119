import { acceptsFiles } from '@throughline/common/files';
import { defineTagged } from '@throughline/common/tags';
import { defineMoneyRecords } from '@throughline/identity/organizations';
import { definePickList, pickListPermissions } from '@throughline/identity/pick-lists';
import { definePermissions, defineSubject } from '@throughline/platform/access';

export const dealSubject = defineSubject({
  name: 'deal',
  table: 'deal',
  label: 'deal',
  columns: { departmentId: 'department_id', teamId: 'team_id', ownerId: 'owner_id', customerId: 'customer_id', state: 'status', amountMinor: 'amount_minor', currency: 'currency' },
});

defineMoneyRecords({ table: 'deal', label: 'deals', where: 'm.amount_minor <> 0' });

export const dealPermissions = definePermissions('deal', {
  read: 'See deals and the pipeline board',
  create: 'Create deals',
  update: 'Change a deal\'s facts: name, amount, dates, owner',
  advance: 'Move a deal between open stages',
  win: 'Mark a deal as won',
  lose: 'Mark a deal as lost',
  reopen: 'Reopen a won or lost deal',
});

acceptsFiles('deal', dealPermissions.update);

defineTagged(dealSubject, 'deals');

definePickList({ key: 'DEAL_LOSS_REASON', label: 'Reasons for lost deals', usedFor: 'Why a deal was lost', update: pickListPermissions.updateSales });

export const pipelineSubject = defineSubject({ name: 'pipeline', table: 'pipeline', label: 'pipeline', columns: {} });

export const pipelinePermissions = definePermissions('pipeline', {
  read: 'See pipelines and their stages',
  update: 'Change pipelines and their stages',
});
