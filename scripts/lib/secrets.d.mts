/** A new master key, as MASTER_KEY holds it. */
export function newMasterKey(): string;
/** The installation's secrets: made at the first start, kept with mode 0600; the environment wins. */
export function loadSecrets(dataDir: string): { APP_SECRET: string; MASTER_KEY: string };
/** What the file of a data folder holds; {} without one. */
export function readSecrets(dataDir: string): Record<string, string>;
/** Replaces the file in one step. */
export function writeSecrets(dataDir: string, secrets: Record<string, string>): void;
