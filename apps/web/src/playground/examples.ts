import 'server-only';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A document that runs as it stands for someone who holds its permissions. */
export interface Example {
  name: string;
  /** The text of the first comment line, else the file's name. */
  title: string;
  query: string;
  /** Content of `<name>.json` beside it. */
  variables: string | null;
}

const FOLDER = path.join(process.cwd(), 'src/playground/examples');

/** Reads `examples/*.graphql` in order of name (number them), each with its optional variables. */
export async function readExamples(): Promise<Example[]> {
  const files = (await readdir(FOLDER)).toSorted();
  return Promise.all(
    files
      .filter((file) => file.endsWith('.graphql'))
      .map(async (file) => {
        const name = file.slice(0, -'.graphql'.length);
        const query = await readFile(path.join(FOLDER, file), 'utf8');
        const variables = files.includes(`${name}.json`) ? await readFile(path.join(FOLDER, `${name}.json`), 'utf8') : null;
        return { name, query, variables, title: /^#\s*(.+)/.exec(query)?.[1] ?? name };
      }),
  );
}
