import { createServer } from 'node:http';
import pg from 'pg';

/**
 * The floor: `node:http` and one prepared statement for each path, whose JSON is made in SQL; no sign-in, no rules, no
 * row-level security. BARE_STATEMENTS: path to { text, values }; the query of the address is one more value; the statement's first column
 * is the answer's text.
 */
const statements = JSON.parse(process.env['BARE_STATEMENTS'] ?? '{}') as Record<string, { text: string; values: unknown[] }>;
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 20, options: '-c jit=off', idleTimeoutMillis: 10 * 60_000 });

const server = createServer((request, response) => {
  const [path = '/', ...more] = (request.url ?? '/').split('?');
  const statement = statements[path];
  request.resume();
  request.on('end', () => {
    if (!statement) return void response.writeHead(404, { 'content-length': 0 }).end();
    pool.query<[string]>({ name: path, rowMode: 'array', text: statement.text, values: [...statement.values, ...more] }).then(
      ({ rows }) => {
        const text = rows[0]?.[0] ?? 'null';
        response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) });
        response.end(text);
      },
      (error: Error) => void response.writeHead(500, { 'content-length': Buffer.byteLength(error.message) }).end(error.message),
    );
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`listening ${typeof address === 'object' && address ? address.port : 0}`);
});
