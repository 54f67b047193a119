import { Extensions } from '@nestjs/graphql';

/**
 * Marks a root field that must be the only one of its operation and takes no `Idempotency-Key`: sign-in and whatever
 * else sets cookies or returns a secret. Many guesses in one request are so impossible.
 */
export const Alone = (): MethodDecorator => Extensions({ alone: true }) as MethodDecorator;
