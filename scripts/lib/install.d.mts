export function checkNode(version?: string): void;
export function isInstalled(root?: string): boolean;
export function install(): void;
