import { createTestDatabase, type TestDatabase } from '@throughline/testing';
import type { DataSource } from 'typeorm';
import { createOwnerDataSource } from '../../../ormconfig.js';
import { entityDrift, tenancyGaps } from './database-checks.js';

describe('the checks of the database', () => {
  let database: TestDatabase;
  let source: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    source = await createOwnerDataSource(database.ownerUrl).initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  /** What one change makes the checks say that they did not say before. */
  const after = async (sql: string, check: (source: DataSource) => Promise<string[]>): Promise<string[]> => {
    const before = new Set(await check(source));
    await source.query(sql);
    return (await check(source)).filter((problem) => !before.has(problem));
  };

  it('find a column that only the entity has, and one that may be empty in the database only', async () => {
    expect(await after('ALTER TABLE organization DROP COLUMN time_zone', entityDrift)).toEqual([expect.stringMatching(/ALTER TABLE "organization" ADD "time_zone"/)]);
    expect(await after('ALTER TABLE organization ALTER COLUMN name DROP NOT NULL', entityDrift)).toEqual([expect.stringMatching(/ALTER TABLE "organization" ALTER COLUMN "name" SET NOT NULL/)]);
  });

  it('let constraints and indexes be written in SQL only', async () => {
    expect(await after('ALTER TABLE organization ADD CONSTRAINT ck_organization_sample CHECK (true); CREATE INDEX ix_organization_sample ON organization (slug)', entityDrift)).toEqual([]);
  });

  it('find a tenant table without row-level security, and one whose policy forgets the tenant', async () => {
    expect(await after('CREATE TABLE open_table (organization_id uuid)', tenancyGaps)).toEqual(['open_table has organization_id but no row-level security on it']);
    expect(await after('CREATE TABLE wide_table (organization_id uuid); ALTER TABLE wide_table ENABLE ROW LEVEL SECURITY; CREATE POLICY wide ON wide_table USING (true)', tenancyGaps))
      .toEqual(['wide_table has organization_id but no row-level security on it']);
    expect(await after('CREATE TABLE shut_table (organization_id uuid); ALTER TABLE shut_table ENABLE ROW LEVEL SECURITY', tenancyGaps)).toEqual([]);
  });

  it('find a reference that could cross tenants', async () => {
    expect(await after(`CREATE TABLE crossing (organization_id uuid, organization_ref_id uuid REFERENCES organization (id));
      ALTER TABLE crossing ENABLE ROW LEVEL SECURITY`, tenancyGaps)).toEqual(['crossing.organization_ref_id has no foreign key together with organization_id']);
  });
});
