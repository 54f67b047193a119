import { newId } from '@throughline/platform/kernel';
import { createTestDatabase, type TestDatabase } from '@throughline/testing';
import { DataSource } from 'typeorm';
import { createAppDataSource } from '../../../ormconfig.js';
import { Numbers } from './numbers.js';

describe('numbers', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let numbers: Numbers;
  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await createAppDataSource(database.appUrl, 2).initialize();
    numbers = new Numbers(dataSource);
  });
  afterAll(async () => {
    await numbers.onApplicationShutdown();
    await dataSource.destroy();
    await database.drop();
  });

  it('count from 1001 for each organization and prefix', async () => {
    const [here, there] = [newId(), newId()];
    expect(await numbers.next(here, 'DEAL')).toBe('DEAL-1001');
    expect(await numbers.next(here, 'DEAL')).toBe('DEAL-1002');
    expect(await numbers.next(here, 'PRJ')).toBe('PRJ-1001');
    expect(await numbers.next(there, 'DEAL')).toBe('DEAL-1001');
  });

  it('come in blocks', async () => {
    const organizationId = newId();
    expect(await numbers.reserve(organizationId, 'DEAL', 3)).toEqual(['DEAL-1001', 'DEAL-1002', 'DEAL-1003']);
    expect(await numbers.reserve(organizationId, 'DEAL', 0)).toEqual([]);
    expect(await numbers.next(organizationId, 'DEAL')).toBe('DEAL-1004');
  });

  it('are never given twice, and come while every connection of the pool is in a transaction', async () => {
    const organizationId = newId();
    const holders = [dataSource.createQueryRunner(), dataSource.createQueryRunner()];
    for (const holder of holders) await holder.startTransaction();
    const taken = await Promise.all(Array.from({ length: 50 }, () => numbers.next(organizationId, 'TIC')));
    for (const holder of holders) {
      await holder.rollbackTransaction();
      await holder.release();
    }
    expect(new Set(taken).size).toBe(50);
    expect(await numbers.next(organizationId, 'TIC')).toBe('TIC-1051');
  });

  it('have counters that nobody sees or changes but through the function', async () => {
    await expect(dataSource.query('SELECT * FROM number_counter')).rejects.toThrow('permission denied');
    await expect(numbers.next(newId(), 'not a prefix')).rejects.toThrow('ck_number_counter_prefix');
  });
});
