import { readFileSync } from 'node:fs';
import { CsvParser, type CsvRecord, nameColumns } from './csv/index.js';
import type { ImportField } from './fields.js';
import type { ImportSettings } from './import.types.js';
import { guessMapping, headerKey } from './mapping.js';
import { planRows, type ReadRow, readRow, type RefusedRow } from './read-row.js';

const guess = (...headers: string[]): Record<string, ImportField> => {
  const columns = nameColumns(headers);
  return Object.fromEntries(guessMapping(columns).mapping.map(({ column, field }) => [columns[column]!.name, field]));
};

const SETTINGS: ImportSettings = {
  encoding: 'UTF_8', delimiter: ',', mapping: [], emptyValues: [], onDuplicate: 'SKIP', notConverted: 'NEW', dateOrder: null, currency: 'USD', source: null, tags: [], ownerId: null, departmentId: null,
};

const read = (header: string[], cells: string[], settings: Partial<ImportSettings> = {}): ReadRow | RefusedRow => {
  const columns = nameColumns(header);
  const plan = planRows(columns, { ...SETTINGS, mapping: guessMapping(columns).mapping, ...settings });
  return readRow(plan, { line: 7, cells, problem: null });
};

describe('headerKey', () => {
  it.each([['E-Mail_Address', 'e mail address'], ['FirstName', 'first name'], ['  Société ', 'societe'], ['ID#', 'id'], ['电话', '电话']])(
    '%j is %j', (name, key) => expect(headerKey(name)).toBe(key));
});

describe('guessMapping', () => {
  it('knows what others call our fields', () => {
    expect(guess('First Name', 'lastName', 'E-mail Address', 'Mobile', 'Account', 'Lead Source', 'Lead Status', 'Deal Value', 'Favourite colour')).toEqual({
      'First Name': 'firstName', lastName: 'lastName', 'E-mail Address': 'email', Mobile: 'phone', Account: 'company', 'Lead Source': 'source', 'Lead Status': 'status', 'Deal Value': 'budget',
    });
  });

  it('fills a field once, from the first column that fits', () => {
    expect(guess('Email', 'Work email', 'email')).toEqual({ Email: 'email' });
  });

  it('recognizes the X Education data', () => {
    const [header] = new CsvParser(',').push(readFileSync(`${import.meta.dirname}/../testing/leads-sample.csv`, 'utf8'));
    const columns = nameColumns(header!.cells);
    const { preset, emptyValues, mapping } = guessMapping(columns);
    expect([columns.length, preset, emptyValues]).toEqual([38, 'X_EDUCATION', ['Select']]);
    expect(Object.fromEntries(mapping.map(({ column, field }) => [columns[column]!.name, field]))).toEqual({
      'Prospect ID': 'externalId', 'Lead Number': 'reference', 'Lead Origin': 'medium', 'Lead Source': 'source', 'Do Not Email': 'doNotEmail', 'Do Not Call': 'doNotCall',
      Converted: 'converted', TotalVisits: 'visits', 'Total Time Spent on Website': 'secondsOnSite', 'Page Views Per Visit': 'pagesPerVisit', 'Last Activity': 'lastActivity',
      Country: 'country', 'What is your current occupation': 'title', Tags: 'tags', City: 'city',
    });
  });
});

describe('readRow', () => {
  it('reads, keeps what has no field, and keeps what its field cannot take', () => {
    expect(read(['Name', 'Email', 'Phone', 'Budget', 'Colour', 'Visits'], ['Ana  Ruiz', 'ana@', '+1 415 555 0100', '$1,200.50', 'blue', ''])).toEqual({
      line: 7,
      values: { name: 'Ana Ruiz', phone: '+14155550100', budget: 120_050n, status: 'NEW' },
      extra: { Email: 'ana@', Colour: 'blue' },
      dedupeKey: 'phone:+14155550100',
      cells: ['FILLED', 'REFUSED', 'FILLED', 'FILLED', 'FILLED', 'EMPTY'],
      formulas: [],
    });
  });

  it('puts first and last name together', () => {
    expect(read(['First name', 'Last name'], ['Ana', 'Ruiz'])).toMatchObject({ values: { name: 'Ana Ruiz' }, dedupeKey: 'name:ana ruiz|' });
    expect(read(['First name', 'Last name'], ['', 'Ruiz'])).toMatchObject({ values: { name: 'Ruiz' } });
    expect(read(['First name', 'Last name', 'Name'], ['A', 'B', 'Ana Ruiz'])).toMatchObject({ values: { name: 'Ana Ruiz' } });
  });

  it('takes chosen values for nothing', () => {
    expect(read(['Id', 'City'], ['1', 'SELECT'], { emptyValues: ['Select'] })).toMatchObject({ values: {}, extra: {}, cells: ['FILLED', 'EMPTY'] });
  });

  it('flags formulas and keeps them as text', () => {
    expect(read(['Id', 'Company'], ['1', '=HYPERLINK("http://x")'])).toMatchObject({ values: { company: '=HYPERLINK("http://x")' }, formulas: [1] });
  });

  it.each<[string, string, string]>([
    ['1', '', 'CONVERTED'], ['1', 'Lost', 'CONVERTED'], ['0', '', 'LOST'], ['0', 'Working', 'CONTACTED'], ['0', 'Converted', 'LOST'], ['', 'Qualified', 'QUALIFIED'], ['', '', 'NEW'],
    ['', 'Weird', 'NEW'],
  ])('converted %j and status %j is %s', (converted, status, expected) => {
    expect(read(['Id', 'Converted', 'Status'], ['1', converted, status], { notConverted: 'LOST' })).toMatchObject({ values: { status: expected } });
  });

  it.each<[string, CsvRecord, string]>([
    ['a broken quote', { line: 7, cells: [], problem: 'The quote that opens in column 1 is never closed.' }, 'The quote that opens in column 1 is never closed.'],
    ['too few cells', { line: 7, cells: ['a'], problem: null }, 'This row has 1 cell, the header has 2. A delimiter inside a value needs quotes around the value.'],
    ['nobody', { line: 7, cells: ['', 'Berlin'], problem: null }, 'This row has no name, company, e-mail address, telephone number or external id.'],
  ])('refuses %s', (_, record, problem) => {
    const columns = nameColumns(['Name', 'City']);
    expect(readRow(planRows(columns, { ...SETTINGS, mapping: guessMapping(columns).mapping }), record)).toEqual({ line: 7, problem, cells: record.cells });
  });

  it('reads every row of the sample of X Education', () => {
    const [header, ...records] = new CsvParser(',').push(readFileSync(`${import.meta.dirname}/../testing/leads-sample.csv`, 'utf8'));
    const columns = nameColumns(header!.cells);
    const { mapping, emptyValues } = guessMapping(columns);
    const plan = planRows(columns, { ...SETTINGS, mapping, emptyValues });
    const rows = records.map((record) => readRow(plan, record) as ReadRow);
    expect(rows).toHaveLength(20);
    expect(rows.map((row) => row.cells.includes('REFUSED'))).not.toContain(true);
    expect(rows[1]).toMatchObject({
      values: {
        externalId: '8cc8c611-a219-4f35-ad23-fdfd2656bd8a', reference: '660727', medium: 'Landing Page Submission', source: 'Direct Traffic', status: 'CONVERTED', visits: 2, secondsOnSite: 1532,
        pagesPerVisit: 2, lastActivity: 'Email Opened', country: 'India', title: 'Student', city: 'Mumbai', tags: ['Will revert after reading the email'], doNotEmail: false, doNotCall: false,
      },
      extra: { Specialization: 'Business Administration', 'Lead Quality': 'Might be' },
    });
    expect(rows[1]!.extra).not.toHaveProperty('How did you hear about X Education');
  });
});
