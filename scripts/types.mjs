// npm run types
import { fail, step } from './lib/say.mjs';
import { checkServerTypes, checkWebTypes } from './lib/types.mjs';

for (const [name, check] of [['Types of the server', checkServerTypes], ['Types of the web application', checkWebTypes]]) {
  await step(name, async () => void (await check())).catch(fail);
}
