import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

function parse(value: unknown): string {
  const match = typeof value === 'string' ? DAY.exec(value) : null;
  if (match) {
    const [text, year, month, day] = [match[0], Number(match[1]), Number(match[2]), Number(match[3])];
    const days = month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0;
    if (year > 0 && day >= 1 && day <= days) return text;
  }
  throw new GraphQLError('A Date must be a calendar day like 2026-11-21.');
}

/** A calendar day without a time zone; the same text inside and outside. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A calendar day without a time zone: 2026-11-21.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: parse,
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
});
