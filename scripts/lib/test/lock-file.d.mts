export function faultsOf(text: string): string[];
export function checkLockFile(): void;
