export const TEST_SECRET: string;
export function startTestCluster(): Promise<{ env: Record<string, string>; stop: () => Promise<void> }>;
