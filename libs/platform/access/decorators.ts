import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Actor } from '../kernel/index.js';
import type { Permission } from './permission.js';

/** Metadata keys that the permission guard and the boot check read. */
export const REQUIRES = 'throughline:requires';
export const PUBLIC = 'throughline:public';

/** Declares the permission a root field needs; deny by default: a root field with neither this nor `@Public()` stops the boot. */
export const Requires = (permission: Permission): MethodDecorator => SetMetadata(REQUIRES, permission);

/** Declares a root field that strangers may call: sign-in, public forms and links. */
export const Public = (): MethodDecorator => SetMetadata(PUBLIC, true);

/** Declares a root field for everybody who is signed in, whatever their roles: their own profile. */
export const SignedIn = (): MethodDecorator => SetMetadata(REQUIRES, 'SIGNED_IN');

/** Who calls. On `@Public()` fields it may be a stranger (tier PUBLIC); elsewhere the guard has made sure of a person. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor =>
  GqlExecutionContext.create(context).getContext<{ actor: Actor }>().actor);
