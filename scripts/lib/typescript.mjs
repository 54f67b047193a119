// Lets Node run the product's TypeScript as it lies in the tree, without a build:
//   node --import ./scripts/lib/typescript.mjs scripts/migrate.ts
import { register } from 'node:module';

process.setSourceMapsEnabled(true);
register('./typescript-hooks.mjs', import.meta.url);
