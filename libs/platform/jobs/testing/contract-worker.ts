// A worker process of the contract suite; it is there to be killed.
import 'reflect-metadata';
import { startContractWorker } from './contract.js';

const databaseUrl = process.env['DATABASE_URL'];
if (!databaseUrl) throw new Error('DATABASE_URL is not set.');
await startContractWorker({ databaseUrl, redisUrl: process.env['REDIS_URL'] ?? null });
process.stdout.write('ready\n');
