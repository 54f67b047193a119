import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { conflictOf, failureOfErrors, fieldPath, toFailure } from './failure';

describe('failureOfErrors', () => {
  it('is null without errors', () => {
    expect(failureOfErrors([])).toBeNull();
    expect(failureOfErrors(null)).toBeNull();
  });

  it('sorts errors to their fields, the first of a field wins, the rest is general', () => {
    expect(
      failureOfErrors([
        { code: 'VALIDATION_FAILED', message: 'No e-mail', path: ['input', 'contact', 'email'] },
        { code: 'VALIDATION_FAILED', message: 'Second', path: 'input.contact.email' },
        { code: 'PRECONDITION_FAILED', message: 'Closed', path: null },
      ]),
    ).toEqual({ code: 'VALIDATION_FAILED', message: 'No e-mail', requestId: null, fields: { 'contact.email': 'No e-mail' }, general: ['Closed'], details: null });
  });

  it('takes a code it does not know for INTERNAL', () => {
    expect(failureOfErrors([{ code: 'NEW_ONE', message: 'x' }])?.code).toBe('INTERNAL');
  });
});

describe('fieldPath', () => {
  it.each([
    [['input', 'lines', 0, 'price'], 'lines.0.price'],
    ['input.name', 'name'],
    ['name', 'name'],
    [['input'], ''],
    [undefined, ''],
  ])('%p is %p', (path, expected) => {
    expect(fieldPath(path)).toBe(expected);
  });
});

describe('toFailure', () => {
  const graphql = (code: string, message: string, requestId?: string) => new CombinedGraphQLErrors({ errors: [{ message, extensions: { code, requestId } }] });

  it('keeps the sentence of a typed error', () => {
    expect(toFailure(graphql('FORBIDDEN', 'Only the owner may win this deal.'))).toMatchObject({ code: 'FORBIDDEN', message: 'Only the owner may win this deal.' });
  });

  it('hides the text of an internal error and keeps its reference', () => {
    const failure = toFailure(graphql('INTERNAL', 'relation "x" does not exist', 'req-1'));
    expect(failure).toMatchObject({ code: 'INTERNAL', requestId: 'req-1' });
    expect(failure.message).not.toContain('relation');
  });

  it('tells a lost connection from a bug', () => {
    expect(toFailure(new TypeError('Failed to fetch')).code).toBe('OFFLINE');
    expect(toFailure(new Error('boom')).code).toBe('INTERNAL');
    expect(toFailure(new DOMException('x', 'AbortError')).code).toBe('CANCELLED');
  });
});

describe('conflictOf', () => {
  const stale = (details: unknown) => failureOfErrors([{ code: 'CONFLICT', message: 'Changed meanwhile', details }])!;

  it('names the version and the values of now', () => {
    expect(conflictOf(stale({ currentVersion: 7, current: { company: 'Pine' }, changedBy: 'u1' }))).toEqual({ currentVersion: 7, current: { company: 'Pine' }, by: 'u1' });
  });

  it('is null without them, and for other failures', () => {
    expect(conflictOf(stale(null))).toBeNull();
    expect(conflictOf(stale({ currentVersion: 'x' }))).toBeNull();
    expect(conflictOf(failureOfErrors([{ code: 'FORBIDDEN', message: 'No', details: { currentVersion: 1 } }])!)).toBeNull();
  });
});
