import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

/** Rejects what `Date` would silently roll over (31 June) or read in the server's zone (no offset). */
function parse(value: unknown): Date {
  const match = typeof value === 'string' ? INSTANT.exec(value) : null;
  if (match) {
    const [, year, month, day, hour, minute, second] = match.map(Number);
    const date = new Date(match[0]);
    const days = new Date(Date.UTC(year!, month!, 0)).getUTCDate();
    const real = month! >= 1 && month! <= 12 && day! >= 1 && day! <= days && hour! < 24 && minute! < 60 && second! < 60 && year! > 0;
    if (real && !Number.isNaN(date.getTime())) return date;
  }
  throw new GraphQLError('A DateTime must be a text like 2026-11-21T09:30:00.000Z, with a time zone.');
}

function serialize(value: unknown): string {
  const date = value instanceof Date ? value : parse(value);
  if (Number.isNaN(date.getTime())) throw new GraphQLError('This is not a DateTime.');
  return date.toISOString();
}

/** A moment: `Date` inside, ISO 8601 text with milliseconds and `Z` outside. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A moment in time as ISO 8601 text in UTC with milliseconds: 2026-11-21T09:30:00.000Z. Inputs may carry any offset.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize,
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
});
