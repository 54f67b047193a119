import { Controller, Get, Res } from '@nestjs/common';
import { Public, WithoutActor } from '@throughline/platform/access';
import type { FastifyReply } from 'fastify';
import { Readiness, type ReadinessReport } from './readiness.js';

/** What supervisors and load balancers ask. */
@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process lives and answers. */
  @Get('healthz')
  @Public()
  @WithoutActor()
  health(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** 200 when requests can be served, else 503 with what is missing. */
  @Get('readyz')
  @Public()
  @WithoutActor()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadinessReport> {
    const report = await this.readiness.check();
    void reply.code(report.status === 'ready' ? 200 : 503);
    return report;
  }
}
