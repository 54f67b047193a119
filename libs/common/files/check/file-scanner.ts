import { Injectable } from '@nestjs/common';
import { Config } from '@throughline/platform/config';
import { scanByClamd } from './clamd.js';
import { scanByCommand } from './scan-command.js';

/** What a scanner found. */
export type Verdict = { clean: true } | { clean: false; found: string };

/** The configured malware scanner; without one nothing is scanned. */
@Injectable()
export class FileScanner {
  constructor(private readonly config: Config) {}

  /** Whether files must be scanned before anybody may open them. */
  get active(): boolean {
    return this.config.fileScan !== null;
  }

  /** @throws Error when the scanner cannot be asked: the file stays closed, and is asked about again */
  scan(content: AsyncIterable<Buffer>): Promise<Verdict> {
    const { fileScan } = this.config;
    if (!fileScan) return Promise.resolve({ clean: true });
    return fileScan.kind === 'CLAMD' ? scanByClamd(fileScan, content) : scanByCommand(fileScan, content);
  }
}
