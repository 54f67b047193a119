import { Writable } from 'node:stream';
import { createLogger } from './logger.js';
import { NestLogger } from './nest-logger.js';
import { QueryLogger } from './query-logger.js';

const CANARY = 'canary-value';

describe('logger', () => {
  let lines: string[];
  const sink = (): Writable => new Writable({ write: (chunk: Buffer, _, done) => (lines.push(chunk.toString()), done()) });
  const logger = () => createLogger('trace', 'api', sink());
  beforeEach(() => (lines = []));
  const last = (): Record<string, unknown> => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>;

  it('writes one JSON object a line with level, time and process', () => {
    logger().info({ requestId: 'r1' }, 'hello');
    expect(last()).toEqual({ level: 'info', time: expect.any(String) as string, process: 'api', requestId: 'r1', msg: 'hello' });
  });

  it.each([
    { password: CANARY }, { newPassword: CANARY }, { nested: { refreshToken: CANARY } }, { headers: { authorization: CANARY, cookie: CANARY } },
    { list: [{ email: CANARY }] }, { phone: CANARY }, { variables: { anything: CANARY } }, { app_secret: CANARY }, { apiKey: CANARY },
  ])('masks the value of %j', (fields) => {
    logger().info(fields, 'x');
    expect(lines.join('')).not.toContain(CANARY);
  });

  it.each([
    'Bearer canary-value', 'postgres://owner:canary-value@host/db', 'to canary-value@example.com',
    'eyJhbGciOi.canary-value.sig', `token ${'canary-value1'.repeat(4)}`,
  ])('masks secrets inside the text "%s"', (text) => {
    logger().warn(text);
    logger().warn({ note: text }, 'x');
    logger().error({ err: new Error(text) }, text);
    logger().error(new Error(text));
    expect(lines).toHaveLength(4);
    expect(lines.join('')).not.toContain(CANARY);
  });

  it('keeps of a database error its code and message, nothing of the row', () => {
    const error = Object.assign(new Error('duplicate key value'), {
      code: '23505', detail: CANARY, parameters: [CANARY], driverError: { detail: CANARY }, cause: new Error('Bearer canary-value'),
    });
    logger().error({ err: error }, 'failed');
    expect(last()['err']).toMatchObject({ type: 'Error', code: '23505', message: 'duplicate key value' });
    expect(lines.join('')).not.toContain(CANARY);
  });

  it('survives cycles, deep values and bigints', () => {
    const cycle: Record<string, unknown> = { amount: 12n };
    cycle['self'] = cycle;
    logger().info(cycle, 'x');
    expect(last()['amount']).toBe('12');
  });

  it('carries the messages of Nest with their class', () => {
    const nest = new NestLogger(logger());
    nest.error(new Error('boom'), 'Feature');
    expect(last()).toMatchObject({ level: 'error', context: 'Feature', msg: 'boom', err: { type: 'Error' } });
    nest.log('mapped', 'Router');
    expect(last()).toMatchObject({ level: 'debug', context: 'Router', msg: 'mapped' });
  });

  it('logs slow statements in one line and without parameters', () => {
    new QueryLogger(logger()).logQuerySlow(812, 'SELECT 1\n  FROM lead WHERE id = $1');
    expect(last()).toMatchObject({ level: 'warn', milliseconds: 812, statement: 'SELECT 1 FROM lead WHERE id = $1', msg: 'slow query' });
  });
});
