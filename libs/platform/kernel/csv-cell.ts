/**
 * Whether a spreadsheet would run a cell instead of showing it. A plain number or telephone number with a sign is none.
 */
export function isFormula(cell: string): boolean {
  return /^[\s]*[=@]/.test(cell) || (/^[\s]*[+-]/.test(cell) && !/^\s*[+-][\d\s().,/-]*$/.test(cell)) || /^[\t\r]/.test(cell);
}

/** A cell as it may be written into a CSV file: a formula is made plain text by a leading apostrophe, quotes where needed. */
export function csvCell(value: string): string {
  const harmless = isFormula(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
