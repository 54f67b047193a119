import { definePermissions, defineSubject } from '@throughline/platform/access';

/** Items of all lists; what they are about is shared by everybody who works here. */
export const pickListSubject = defineSubject({ name: 'pickList', table: 'pick_list_item', label: 'choice', columns: {} });

export const pickListPermissions = definePermissions('pickList', {
  read: 'See the lists of choices that fields offer',
  updateSales: 'Change the lists of sources, industries and reasons for lost deals',
  updatePeople: 'Change the lists of skills and kinds of time off',
});
