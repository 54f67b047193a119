import type { Encoding } from './csv/index.js';

// Filled in below.
export interface DetectedFile { encoding: Encoding }
export interface ImportSettings { encoding: Encoding }
export interface ImportReport { columns: unknown[] }
