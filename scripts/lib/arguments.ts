/**
 * Whole numbers of the command line, `--name=5` or `--name 5`.
 *
 * @param defaults the names there are, with what holds when they are not given
 * @throws Error for what is no whole number from 1 on
 */
export function argumentsOf<Name extends string>(defaults: Record<Name, number>): Record<Name, number> {
  const found = { ...defaults };
  const given = process.argv.slice(2);
  for (const name of Object.keys(defaults) as Name[]) {
    const at = given.findIndex((argument) => argument === `--${name}` || argument.startsWith(`--${name}=`));
    if (at < 0) continue;
    const value = Number(given[at] === `--${name}` ? given[at + 1] : given[at]?.slice(name.length + 3));
    if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} is a whole number from 1 on.`);
    found[name] = value;
  }
  return found;
}
