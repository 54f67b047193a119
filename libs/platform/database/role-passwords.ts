import pg from 'pg';

/** PostgreSQL's code for a password that is not the role's. */
const WRONG_PASSWORD = '28P01';

/**
 * Gives a login role a password unless it has it already. The unprivileged roles' passwords follow from APP_SECRET and
 * were set when the roles were made; a changed APP_SECRET would otherwise lock API and worker out.
 *
 * @param ownerUrl an address that may ALTER ROLE
 * @param roleUrl the role's address with the password it should have; hexadecimal digits and letters only
 * @returns whether the password was changed
 */
export async function alignRolePassword(ownerUrl: string, roleUrl: string): Promise<boolean> {
  if (await connects(roleUrl)) return false;
  const { username, password } = new URL(roleUrl);
  if (!/^\w+$/.test(username) || !/^\w+$/.test(password)) throw new Error('A derived role or password has an unexpected character.');
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`ALTER ROLE "${username}" PASSWORD '${password}'`);
  } finally {
    await owner.end();
  }
  return true;
}

async function connects(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === WRONG_PASSWORD) return false;
    throw error;
  } finally {
    await client.end();
  }
}
