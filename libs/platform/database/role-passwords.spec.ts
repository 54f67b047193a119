import { createTestDatabase, type TestDatabase } from '@throughline/testing';
import pg from 'pg';
import { alignRolePassword } from './role-passwords.js';

describe('alignRolePassword', () => {
  const role = `aligned_${process.pid}`;
  let database: TestDatabase;
  const address = (password: string): string => {
    const url = new URL(database.ownerUrl);
    url.username = role;
    url.password = password;
    return url.href;
  };
  const asOwner = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    await client.query(statement);
    await client.end();
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    await asOwner(`CREATE ROLE ${role} LOGIN PASSWORD 'first'`);
  });
  afterAll(async () => {
    await asOwner(`DROP ROLE ${role}`);
    await database.drop();
  });

  it('changes a password that is another one, and only then', async () => {
    expect(await alignRolePassword(database.ownerUrl, address('first'))).toBe(false);
    expect(await alignRolePassword(database.ownerUrl, address('second'))).toBe(true);
    expect(await alignRolePassword(database.ownerUrl, address('second'))).toBe(false);
    expect(await alignRolePassword(database.ownerUrl, address('first'))).toBe(true);
  });

  it('takes nothing that would end the statement', async () => {
    await expect(alignRolePassword(database.ownerUrl, address("x' SUPERUSER"))).rejects.toThrow('unexpected character');
  });
});
