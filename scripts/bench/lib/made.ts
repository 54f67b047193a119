/**
 * A UUIDv7 in SQL, the same for the same key and seed.
 *
 * @param key SQL text
 * @param seed the placeholder of the seed
 */
export const madeId = (key: string, seed: string): string => {
  const hash = `md5(${seed}::bigint::text || ':' || ${key})`;
  const part = (from: number, length: number): string => `substr(${hash}, ${from}, ${length})`;
  return `(${part(1, 8)} || '-' || ${part(9, 4)} || '-7' || ${part(14, 3)} || '-8' || ${part(18, 3)} || '-' || ${part(21, 12)})::uuid`;
};
