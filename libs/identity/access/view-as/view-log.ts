import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { type Admitted, OperationGate } from '@throughline/platform/graphql';
import { ViewAsService } from './view-as.service.js';

/** Every operation of a session that views as somebody else is written down before it runs. */
@Injectable()
export class ViewLog implements OnModuleInit {
  constructor(
    private readonly modules: ModuleRef,
    private readonly views: ViewAsService,
  ) {}

  onModuleInit(): void {
    this.gate()?.beforeEveryOperation((admitted) => this.note(admitted));
  }

  /** Mutations are refused or end the view, which is an event of its own. */
  private async note({ message, operation, context: { actor } }: Admitted): Promise<void> {
    if (!actor.viewing || operation.type === 'mutation') return;
    await this.views.note(actor, message.operationName, operation.rootFields.map(({ name }) => name.value));
  }

  /** A worker answers no operations. */
  private gate(): OperationGate | null {
    try {
      return this.modules.get(OperationGate, { strict: false });
    } catch {
      return null;
    }
  }
}
