import { definePermissions, defineSubject } from '../../access/index.js';
import {
  bigIntFilter, booleanFilter, column, computed, connection, dateFilter, dateTimeFilter, defineRead, derived, embedded, enumFilter, extendRead, floatFilter,
  idFilter, integerFilter, linkFilter, listFilter, many, money, one, type ReadModel, resolvedElsewhere, textFilter,
} from '../index.js';
import { GadgetObject, GadgetPartObject, GadgetStatus, MakerObject } from './gadgets.objects.js';

export const gadgetPermissions = definePermissions('gadget', { read: 'See gadgets.', update: 'Change gadgets.' });
export const makerPermissions = definePermissions('maker', { read: 'See makers.' });

export const gadgetSubject = defineSubject({
  name: 'gadget',
  table: 'gadget',
  label: 'gadget',
  columns: { departmentId: 'department_id', teamId: 'team_id', ownerId: 'owner_id', customerId: 'customer_id', sharedWithClient: 'shared', state: 'status', amountMinor: 'price_minor', currency: 'currency' },
  maskable: { name: { mask: 'LAST_FOUR' }, note: { mask: 'EMAIL', column: 'remark' } },
  assignees: { table: 'gadget_worker', recordColumn: 'gadget_id', userColumn: 'user_id' },
});

export const makerSubject = defineSubject({
  name: 'maker', table: 'maker', label: 'maker', columns: { departmentId: 'department_id', ownerId: 'owner_id' },
});

export const makerRead: ReadModel<MakerObject> = defineRead({
  name: 'Maker',
  object: () => MakerObject,
  subject: makerSubject,
  fields: { parent: one(() => makerRead, { local: 'parent_id' }) },
  filters: { name: textFilter(), country: textFilter() },
  sorts: { name: 'text!', country: 'text' },
  defaultSort: [{ field: 'name', direction: 'ASC' }],
});

export const partRead: ReadModel<GadgetPartObject> = defineRead({
  name: 'GadgetPart',
  object: () => GadgetPartObject,
  table: 'gadget_part',
  fields: { maker: one(() => makerRead, { local: 'maker_id' }) },
  sorts: { position: 'integer!' },
  defaultSort: [{ field: 'position', direction: 'ASC' }],
});

export const gadgetRead: ReadModel<GadgetObject> = defineRead({
  name: 'Gadget',
  object: () => GadgetObject,
  subject: gadgetSubject,
  fields: {
    note: column('remark'),
    price: money('price_minor'),
    reasons: embedded('reasons'),
    loudName: computed('TEXT', ['name'], (t) => `upper(${t}.name)`),
    label: derived(['name', 'rank'], (row) => `${String(row['name'])}/${String(row['rank'])}`),
    remote: resolvedElsewhere('status'),
    maker: one(() => makerRead, { local: 'maker_id' }),
    parts: many(() => partRead, { foreign: 'gadget_id', limit: 3 }),
    helpers: many(() => makerRead, { through: { table: 'gadget_helper', near: 'gadget_id', far: 'maker_id' } }),
    workers: many(() => makerRead, { through: { table: 'gadget_worker', near: 'gadget_id', far: 'user_id' } }),
  },
  filters: {
    id: idFilter(), name: textFilter(), note: textFilter({ column: 'remark' }), status: enumFilter('GadgetStatus', () => GadgetStatus), rank: integerFilter(),
    units: bigIntFilter(), weight: floatFilter(), active: booleanFilter(), dueOn: dateFilter(), seenAt: dateTimeFilter(), createdAt: dateTimeFilter(), tags: listFilter(),
    makerId: idFilter(), priceMinor: bigIntFilter(), loudName: textFilter({ sql: (t) => `upper(${t}.name)`, columns: ['name'] }),
    workerId: linkFilter({ table: 'gadget_worker', near: 'gadget_id', value: 'user_id' }),
  },
  sorts: {
    id: 'uuid!', createdAt: 'timestamptz!', name: 'text!', rank: 'integer', status: 'text!', dueOn: 'date', weight: 'float8', priceMinor: 'bigint', note: { type: 'text', column: 'remark' },
    loudName: { type: 'text', sql: (t) => `upper(${t}.name)`, columns: ['name'], nullable: false },
  },
  defaultSort: [{ field: 'createdAt', direction: 'DESC' }],
  search: { column: 'search_text', candidates: 'app.search_gadget', fields: ['name', 'note'] },
});

extendRead(makerRead, { gadgets: connection(() => gadgetRead, { foreign: 'maker_id' }) });
