import { NotFoundException } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import { QueryFailedError } from 'typeorm';
import { AppError, refuse } from '../../kernel/index.js';
import { normalize } from './normalize.js';

const database = (code: string, more: object = {}): Error =>
  Object.assign(new Error('canary of a row'), { severity: 'ERROR', code, table: 'lead', ...more });

describe('normalize', () => {
  it('passes refusals on as they are, also from inside GraphQL', () => {
    const problem = { code: 'CONFLICT' as const, message: 'Somebody was faster.', path: ['version'], details: { current: 2 } };
    for (const error of [new AppError(problem), new GraphQLError('x', { originalError: new AppError(problem) })]) {
      expect(normalize(error)).toEqual({ problems: [problem], failure: null });
    }
  });

  it.each([
    ['23505', { constraint: 'uq_lead_external_id' }, 'DUPLICATE', ['externalId'], 'Another record already has this external id.'],
    ['23505', { constraint: 'something' }, 'DUPLICATE', [], 'Another record already has this value.'],
    ['23503', { constraint: 'fk_lead_owner' }, 'NOT_FOUND', ['ownerId'], 'Owner does not exist or is not visible to you.'],
    ['23503', { constraint: 'fk_deal_lead', message: 'update or delete on table "lead" violates foreign key constraint' }, 'PRECONDITION_FAILED', [], 'Other records still refer to this one.'],
    ['23514', { constraint: 'ck_lead_status' }, 'VALIDATION_FAILED', ['status'], 'Status is not allowed.'],
    ['22P02', {}, 'VALIDATION_FAILED', [], 'A value has a form or size that cannot be stored.'],
    ['22003', {}, 'VALIDATION_FAILED', [], 'A value has a form or size that cannot be stored.'],
    ['22021', {}, 'VALIDATION_FAILED', [], 'A value has a form or size that cannot be stored.'],
    ['40P01', {}, 'CONFLICT', [], 'Others changed the same records at the same moment. Try again.'],
  ])('turns %s of the database into a refusal (%j)', (code, more, expected, path, message) => {
    const bare = database(code, more);
    for (const error of [bare, new QueryFailedError('INSERT', [], bare)]) {
      expect(normalize(error)).toEqual({ problems: [{ code: expected, message, path }], failure: null });
    }
  });

  it.each([
    ['a bug', new TypeError('canary')],
    ['a missing table', database('42P01')],
    ['row-level security', database('42501')],
    ['a lost connection', Object.assign(new Error('canary'), { code: 'ECONNREFUSED' })],
    ['a code of Node that looks like the database\'s', Object.assign(new Error('canary'), { code: '23505' })],
    ['a null where none may be', new GraphQLError('Cannot return null for non-nullable field Lead.name.')],
    ['something that is no error', 'canary'],
  ])('tells nothing of %s', (_, error) => {
    const { problems, failure } = normalize(error);
    expect(problems).toEqual([{ code: 'INTERNAL', message: 'Something went wrong on our side. The request id leads to the log.', path: [] }]);
    expect(failure).toBe(error);
  });

  it('says where a variable does not fit', () => {
    const inner = new GraphQLError('Float cannot represent non numeric value');
    const error = new GraphQLError('Variable "$input" got invalid value "x" at "input.lines[0].quantity"; Float cannot represent', { originalError: inner });
    expect(normalize(error).problems).toEqual([{ code: 'VALIDATION_FAILED', message: error.message, path: ['lines', '0', 'quantity'] }]);
  });

  it('reads the status of errors of Nest and Fastify', () => {
    expect(normalize(new NotFoundException('Cannot GET /x')).problems[0].code).toBe('NOT_FOUND');
    expect(normalize(Object.assign(new Error('Body is too large'), { statusCode: 413 })).problems[0].code).toBe('LIMIT_EXCEEDED');
    expect(normalize(Object.assign(new Error('canary'), { statusCode: 500 })).problems[0].code).toBe('INTERNAL');
  });

  it('keeps every problem of a refusal', () => {
    const problems = [refuse('VALIDATION_FAILED', 'One.', 'a').problems[0]!, refuse('VALIDATION_FAILED', 'Two.', 'b').problems[0]!];
    expect(normalize(new AppError(problems)).problems).toEqual(problems);
  });
});
