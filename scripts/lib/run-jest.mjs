import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/**
 * Runs Jest in a process of its own and waits for it; an interrupt reaches Jest through the terminal and does not end us first.
 * @param {string[]} args
 * @param {Record<string, string>} env added to the environment
 * @param {{ quiet?: boolean }} [options] quiet leaves out its standard output, which is the report with --json
 * @returns {Promise<number>} its exit code
 */
export function runJest(args, env, { quiet = false } = {}) {
  const bin = createRequire(import.meta.url).resolve('jest/bin/jest');
  const child = spawn(process.execPath, [bin, ...args], { cwd: ROOT, stdio: ['inherit', quiet ? 'ignore' : 'inherit', 'inherit'], env: { ...process.env, ...env } });
  const pass = (signal) => child.kill(signal);
  process.on('SIGINT', pass);
  process.on('SIGTERM', pass);
  return new Promise((done) => {
    child.once('exit', (code, signal) => {
      process.off('SIGINT', pass);
      process.off('SIGTERM', pass);
      done(signal ? 1 : (code ?? 1));
    });
  });
}
