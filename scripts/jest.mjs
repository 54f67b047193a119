// npm run jest -- <paths and options of Jest>: chosen suites with a test database of their own.
import { runJest } from './lib/run-jest.mjs';
import { startTestCluster } from './lib/test-cluster.mjs';

const cluster = await startTestCluster();
let code = 1;
try {
  code = await runJest(process.argv.slice(2), cluster.env);
} finally {
  await cluster.stop();
}
process.exit(code);
