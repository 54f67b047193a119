import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler, type RunningJob } from '../../jobs/index.js';
import { ConsumerRegistry } from './consumer-registry.js';
import { consumeLater, Consumption } from './consumption.js';

/** Takes parked events, each in a transaction of its own. */
@Injectable()
@HandlesJob(consumeLater)
export class ConsumeLaterHandler implements JobHandler<{ consumer: string; position: number }> {
  constructor(
    private readonly registry: ConsumerRegistry,
    private readonly consumption: Consumption,
  ) {}

  async handle({ payload, once }: RunningJob<{ consumer: string; position: number }>): Promise<void> {
    const consumer = this.registry.of(payload.consumer);
    await once((work) => this.consumption.applyAt(work, consumer, payload.position));
  }
}
