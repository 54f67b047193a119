import { defineMoneyRecords } from '@throughline/identity/organizations';
import { definePermissions, defineSubject } from '@throughline/platform/access';

export const productSubject = defineSubject({ name: 'product', table: 'product', label: 'product', columns: {} });

defineMoneyRecords({ table: 'product', label: 'products', where: 'm.price_minor <> 0' });

export const productPermissions = definePermissions('product', {
  read: 'See the catalogue of services and products',
  create: 'Add services and products',
  update: 'Change services and products and their prices',
});
