// npm run jest -- <paths and options of Jest>: chosen suites with test servers of their own.
import { runJest } from './lib/run-jest.mjs';
import { fail } from './lib/say.mjs';
import { startTestServices } from './lib/test/services.mjs';

try {
  const services = await startTestServices();
  try {
    process.exitCode = await runJest(process.argv.slice(2), services.env);
  } finally {
    await services.stop();
  }
} catch (error) {
  fail(error);
}
