import { type DynamicModule, Global, Module } from '@nestjs/common';
import { FrontDoor } from './front-door.js';

/** Gives features the process's front door: upgrades and whether it is closing. */
@Global()
@Module({})
export class HttpModule {
  static forRoot(frontDoor: FrontDoor): DynamicModule {
    return { module: HttpModule, providers: [{ provide: FrontDoor, useValue: frontDoor }], exports: [FrontDoor] };
  }
}
