import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Actor } from '../kernel/index.js';
import type { Permission } from './permission.js';

/** Metadata keys that the permission guard and the boot check read. */
export const REQUIRES = 'throughline:requires';
export const PUBLIC = 'throughline:public';
export const WITHOUT_ACTOR = 'throughline:without-actor';
export const WHILE_VIEWING = 'throughline:while-viewing';

/** Declares the permission a root field needs; deny by default: a root field with neither this nor `@Public()` stops the boot. */
export const Requires = (permission: Permission): MethodDecorator => SetMetadata(REQUIRES, permission);

/** Declares a root field that strangers may call: sign-in, public forms and links. */
export const Public = (): MethodDecorator => SetMetadata(PUBLIC, true);

/** Declares a root field for everybody who is signed in, whatever their roles: their own profile. */
export const SignedIn = (): MethodDecorator => SetMetadata(REQUIRES, 'SIGNED_IN');

/** With `@Public()`, on a route that must answer even when nobody can be asked who calls: health. */
export const WithoutActor = (): MethodDecorator => SetMetadata(WITHOUT_ACTOR, true);

/** Declares a mutation that works while an administrator views as somebody else: ending the view, signing out. */
export const WhileViewing = (): MethodDecorator => SetMetadata(WHILE_VIEWING, true);

/** Who calls, in root fields and routes. On `@Public()` ones it may be a stranger (tier PUBLIC); elsewhere the guard has made sure of a person. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor =>
  context.getType<string>() === 'graphql'
    ? GqlExecutionContext.create(context).getContext<{ actor: Actor }>().actor
    : context.switchToHttp().getRequest<{ actor: Actor }>().actor);
