import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { AppError, type Problem } from '../../kernel/index.js';
import { label } from '../errors/database-problem.js';
import { rememberRules } from './remembered-rules.js';

/**
 * Checks inputs by their class-validator decorators and turns them into instances. Every field of an input class
 * needs a decorator: what no decorator knows is refused.
 */
export function createValidationPipe(): ValidationPipe {
  rememberRules();
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new AppError(problemsOf(errors)),
  });
}

/** Nested errors as one problem for each field, deepest path first known, in the order of the input. */
export function problemsOf(errors: readonly ValidationError[], parents: readonly string[] = []): Problem[] {
  return errors.flatMap(({ property, constraints, children }) => {
    const path = [...parents, property];
    const own = Object.values(constraints ?? {}).slice(-1).map((text): Problem => ({ code: 'VALIDATION_FAILED', message: sentence(text, property), path }));
    return [...own, ...problemsOf(children ?? [], path)];
  });
}

/** class-validator's default messages begin with the property's name; ours are sentences about what people call it. */
function sentence(text: string, property: string): string {
  const own = text.startsWith(`${property} `) ? `${label(property)}${text.slice(property.length)}` : text;
  const plain = own.replace(/^property (\S+) should not exist$/, (_, name: string) => `${label(name)} is not part of this input`);
  const first = plain.charAt(0).toUpperCase() + plain.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
