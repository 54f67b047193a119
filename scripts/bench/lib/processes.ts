import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');

/** A server of this repository as a process of its own. */
export interface ServerProcess {
  port: number;
  pid: number;
  /** Seconds of CPU it has used since it started. */
  cpu(): number;
  stop(): Promise<void>;
}

/**
 * Starts a TypeScript file and waits until it says where it listens. BENCH_NODE_FLAGS are flags for Node (`--cpu-prof`).
 *
 * @param listening finds the port in its output
 * @throws Error with its output when it ends instead
 */
export function startServer(file: string, env: Record<string, string>, listening: RegExp): Promise<ServerProcess> {
  const flags = (process.env['BENCH_NODE_FLAGS'] ?? '').split(' ').filter(Boolean);
  const child = spawn(process.execPath, [...flags, '--import', resolve(ROOT, 'scripts/lib/typescript.mjs'), resolve(ROOT, file)], {
    cwd: ROOT, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  return new Promise((done, fail) => {
    child.once('exit', (code) => fail(new Error(`${file} ended with ${code ?? 'a signal'}:\n${output}`)));
    const read = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-100_000);
      const port = listening.exec(output)?.[1];
      if (port !== undefined) done({ port: Number(port), pid: child.pid ?? 0, cpu: () => cpuSeconds(child.pid ?? 0), stop: () => stop(child) });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
}

function stop(child: ChildProcess): Promise<void> {
  child.removeAllListeners('exit');
  return new Promise((done) => {
    child.once('exit', () => done());
    child.kill('SIGTERM');
  });
}

/** User and system time of a process; Linux only, 0 elsewhere. */
function cpuSeconds(pid: number): number {
  const fields = statusOf(pid);
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
}

/** Seconds of CPU that the children of a process have used, such as the backends of a PostgreSQL; the dead ones included. */
export function cpuOfChildren(parent: number): number {
  const living = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && statusOf(Number(name))[1] === String(parent));
  const dead = statusOf(parent);
  return living.reduce((sum, pid) => sum + cpuSeconds(Number(pid)), 0) + (Number(dead[13] ?? 0) + Number(dead[14] ?? 0)) / 100;
}

/** What /proc/<pid>/stat says behind the name; empty when there is no such process. */
function statusOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  } catch {
    return [];
  }
}
