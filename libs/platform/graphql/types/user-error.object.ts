import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ERROR_CODES, type ErrorCode, type Problem } from '../../kernel/index.js';
import { JsonScalar } from '../scalars/index.js';

/** The closed list of codes as a GraphQL enum. */
export const ErrorCodeEnum = Object.fromEntries(ERROR_CODES.map((code) => [code, code])) as { [Code in ErrorCode]: Code };

const meanings: Record<ErrorCode, string> = {
  VALIDATION_FAILED: 'The input is not usable as it is.',
  UNAUTHENTICATED: 'Nobody is signed in, or the session has ended.',
  TWO_FACTOR_REQUIRED: 'A second factor is needed.',
  NETWORK_NOT_ALLOWED: 'Sign-in from this network is not allowed.',
  DEVICE_NOT_ALLOWED: 'Sign-in from this device is not allowed.',
  FORBIDDEN: 'A permission is missing.',
  NOT_FOUND: 'A record does not exist or is not visible.',
  CONFLICT: 'Somebody changed the record since it was read.',
  ILLEGAL_TRANSITION: 'The record cannot take this move from its present state.',
  DUPLICATE: 'Something like this exists already.',
  LIMIT_EXCEEDED: 'A limit of the request or of the organization is exceeded.',
  RATE_LIMITED: 'Too many requests; wait as long as "retryAfter" says.',
  PRECONDITION_FAILED: 'Something else must be done first.',
  INTERNAL: 'The server failed; the request id leads to its log.',
};

registerEnumType(ErrorCodeEnum, {
  name: 'ErrorCode',
  description: 'Why something was refused.',
  valuesMap: Object.fromEntries(ERROR_CODES.map((code) => [code, { description: meanings[code] }])),
});

@ObjectType({ description: 'One thing that is wrong with the input, in words a person can act on.' })
export class UserError implements Problem {
  @Field(() => ErrorCodeEnum, { description: 'What kind of problem it is.' })
  code!: ErrorCode;

  @Field(() => String, { description: 'A full sentence.' })
  message!: string;

  @Field(() => [String], { description: 'Where in the input: ["lines", "0", "quantity"]; empty for the whole input.' })
  path!: string[];

  @Field(() => JsonScalar, { nullable: true, description: 'Facts for programs: the current state on CONFLICT, the allowed moves on ILLEGAL_TRANSITION.' })
  details?: Record<string, unknown>;
}
