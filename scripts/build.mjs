// npm run build: what production images run. Builds only what changed.
import { buildApi, buildWeb } from './lib/build.mjs';
import { fail, step } from './lib/say.mjs';

try {
  await step('Build API and worker', buildApi);
  await step('Build web application', buildWeb);
} catch (error) {
  fail(error);
}
