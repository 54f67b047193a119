export function readPostmaster(dataDir: string): { pid: number; port: number; status: string } | undefined;
export function isAlive(pid: number): boolean;
export function commandOf(pid: number): string;
