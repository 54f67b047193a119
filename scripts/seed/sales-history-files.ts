import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

export interface AccountLine { account: string; sector: string; year_established: string; revenue: string; employees: string; office_location: string; subsidiary_of: string }
export interface ProductLine { product: string; series: string; sales_price: string }
export interface TeamLine { sales_agent: string; manager: string; regional_office: string }
export interface OpportunityLine {
  opportunity_id: string; sales_agent: string; product: string; account: string; deal_stage: string; engage_date: string; close_date: string; close_value: string;
}

/** The four files of the demo agency's sales history, as they are. */
export interface SalesHistoryFiles {
  accounts: AccountLine[];
  products: ProductLine[];
  teams: TeamLine[];
  opportunities: OpportunityLine[];
}

/** @param folder where `accounts.csv`, `products.csv`, `sales_teams.csv` and `sales_pipeline.csv` lie */
export function readSalesHistory(folder: string): SalesHistoryFiles {
  const read = <Line>(name: string): Line[] => parse(readFileSync(join(folder, name)), { columns: true, bom: true, skip_empty_lines: true });
  return { accounts: read('accounts.csv'), products: read('products.csv'), teams: read('sales_teams.csv'), opportunities: read('sales_pipeline.csv') };
}

/** Spellings of the source that mean something else, and what. Every use is counted in the report. */
const PRODUCT_NAMES: Readonly<Record<string, string>> = { GTXPro: 'GTX Pro' };
const SECTORS: Readonly<Record<string, string>> = { technolgy: 'technology' };
const PLACES: Readonly<Record<string, string>> = { Philipines: 'Philippines' };

/** What had to be put right or was missing, by kind. */
export type DirtReport = Record<'productNamesCorrected' | 'sectorsCorrected' | 'placesCorrected' | 'withoutAccount' | 'withoutCloseDate' | 'withoutAnyDate', number>;

/**
 * The files with known misspellings corrected and what is missing counted. Nothing is dropped.
 */
export function cleanSalesHistory(files: SalesHistoryFiles): { files: SalesHistoryFiles; dirt: DirtReport } {
  const dirt: DirtReport = { productNamesCorrected: 0, sectorsCorrected: 0, placesCorrected: 0, withoutAccount: 0, withoutCloseDate: 0, withoutAnyDate: 0 };
  const correct = (value: string, names: Readonly<Record<string, string>>, kind: keyof DirtReport): string => {
    const right = names[value];
    if (right === undefined) return value;
    dirt[kind]++;
    return right;
  };
  const accounts = files.accounts.map((line) => ({
    ...line, sector: correct(line.sector, SECTORS, 'sectorsCorrected'), office_location: correct(line.office_location, PLACES, 'placesCorrected'),
  }));
  const opportunities = files.opportunities.map((line) => {
    if (line.account === '') dirt.withoutAccount++;
    if (line.close_date === '') dirt.withoutCloseDate++;
    if (line.close_date === '' && line.engage_date === '') dirt.withoutAnyDate++;
    return { ...line, product: correct(line.product, PRODUCT_NAMES, 'productNamesCorrected') };
  });
  return { files: { ...files, accounts, opportunities }, dirt };
}
