const UNITS = [['day', 1440], ['hour', 60], ['minute', 1]] as const;

/** A span as people say it: `15 minutes`, `1 hour`, `7 days`. @param minutes a whole number above 0 */
export function spanInWords(minutes: number): string {
  const [unit, size] = UNITS.find(([, length]) => minutes >= length && minutes % length === 0) ?? ['minute', 1];
  const count = minutes / size;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
