/** Records that carry amounts in the organization's currency. */
export interface MoneyRecords {
  table: string;
  /** What people call them: `deals`. */
  label: string;
  /** SQL over the row's alias `m` for those that hold an amount. */
  where: string;
}

const records: MoneyRecords[] = [];

/**
 * Declares that a table holds money: once it does, the organization's currency stays, because old amounts would silently
 * become another currency's (FIN-04). Features call it beside their entity; names and SQL come from the code.
 */
export function defineMoneyRecords(definition: MoneyRecords): void {
  records.push(Object.freeze(definition));
}

/**
 * SQL for the sentence that tells why the currency cannot change; NULL while it can.
 *
 * @param t alias of a row with `organization_id`
 */
export function currencyLockSql(t: string): string {
  const found = records.map(({ table, label, where }) => `WHEN EXISTS (SELECT 1 FROM ${table} m WHERE m.organization_id = ${t}.organization_id AND ${where})
    THEN 'There are ${label} with amounts in the present currency.'`);
  return found.length === 0 ? 'NULL::text' : `CASE ${found.join(' ')} END`;
}
