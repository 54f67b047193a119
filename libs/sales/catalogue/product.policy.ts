import { definePermissions, defineSubject } from '@throughline/platform/access';

export const productSubject = defineSubject({ name: 'product', table: 'product', label: 'product', columns: {} });

export const productPermissions = definePermissions('product', {
  read: 'See the catalogue of services and products',
  create: 'Add services and products',
  update: 'Change services and products and their prices',
});
