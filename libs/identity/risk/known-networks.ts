import { readFile, stat } from 'node:fs/promises';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Config, ConfigError } from '@throughline/platform/config';
import { LOGGER, type Logger } from '@throughline/platform/observability';
import { NetworkFactList, type NetworkFacts } from './network-list.js';

const LOOK_MS = 60_000;

/** What the operator's list says of addresses; a file that is replaced is read within a minute. */
@Injectable()
export class KnownNetworks implements OnModuleInit, OnModuleDestroy {
  private list = new NetworkFactList('');
  private readAt = 0;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws ConfigError when the file cannot be read at start */
  async onModuleInit(): Promise<void> {
    if (!this.config.networkList) return;
    try {
      await this.load(this.config.networkList);
    } catch (error) {
      throw new ConfigError([`NETWORK_LIST must name a file with lines of CIDR,country,reputation: ${(error as Error).message}`]);
    }
    this.timer = setInterval(() => void this.look(), LOOK_MS).unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  of(address: string | null): NetworkFacts {
    return this.list.of(address);
  }

  /** Reads the file if it was replaced. A list that cannot be read changes nothing: the last good one stays. */
  async look(): Promise<void> {
    const file = this.config.networkList;
    if (!file) return;
    try {
      if ((await stat(file)).mtimeMs !== this.readAt) await this.load(file);
    } catch (error) {
      this.logger.error({ err: error }, 'the list of networks cannot be read; the last one stays in force');
    }
  }

  private async load(file: string): Promise<void> {
    const { mtimeMs } = await stat(file);
    this.list = new NetworkFactList(await readFile(file, 'utf8'));
    this.readAt = mtimeMs;
    this.logger.info({ networks: this.list.size }, 'list of networks read');
  }
}
