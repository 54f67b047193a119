import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { Problem } from './say.mjs';

export const ROOT = resolve(import.meta.dirname, '../..');

/**
 * Runs a program to its end.
 * @param {string} file
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, show?: boolean, shell?: boolean }} [options] `show` passes its output on as it comes
 * @returns {Promise<{ code: number, output: string }>} stdout and stderr together, in the order they came
 */
export function run(file, args, { cwd = ROOT, env = {}, show = false, shell = false } = {}) {
  return new Promise((done, failed) => {
    const child = spawn(file, args, { cwd, shell, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = (chunk) => {
      output += chunk;
      if (show) process.stdout.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.once('error', failed);
    child.once('close', (code) => done({ code: code ?? 1, output }));
  });
}

/**
 * Runs a Node program of the repository or its packages; a failure carries its whole output.
 * @returns {Promise<string>} its output
 */
export async function node(args, options = {}) {
  const { code, output } = await run(process.execPath, args, options);
  if (code !== 0) throw new Problem(`${nameOf(args)} failed:\n${output.trim()}`);
  return output;
}

const nameOf = (args) => args.find((arg) => !arg.startsWith('-') && !arg.endsWith('typescript.mjs'))?.replace(`${ROOT}/`, '');
