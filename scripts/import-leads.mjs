// npm run import:leads -- <file> --organization <slug> --as <email>: leads from a CSV file, through the product's own import.
import { runWithDatabase } from './lib/with-database.mjs';

await runWithDatabase('import-leads.ts');
