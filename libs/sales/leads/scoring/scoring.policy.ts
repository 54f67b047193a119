import { definePermissions, defineSubject } from '@throughline/platform/access';

export const leadScoringSubject = defineSubject({ name: 'leadScoring', table: 'lead_scoring', label: 'lead scoring', columns: {} });

export const leadScoringPermissions = definePermissions('leadScoring', {
  read: 'See the rules by which leads are scored',
  update: 'Change the rules by which leads are scored, and from which score they are warm or hot',
});
