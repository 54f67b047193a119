import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const MINIMUM = -(2n ** 63n);
const MAXIMUM = 2n ** 63n - 1n;

function parse(value: unknown): bigint {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text === 'string' && /^-?\d{1,19}$/.test(text)) {
    const number = BigInt(text);
    if (number >= MINIMUM && number <= MAXIMUM) return number;
  }
  throw new GraphQLError('A BigInt must be a whole number as text, like "1250", within 64 bits.');
}

/** A 64-bit whole number: `bigint` inside, decimal text outside, because JSON numbers lose digits past 2^53. */
export const BigIntScalar = new GraphQLScalarType<bigint, string>({
  name: 'BigInt',
  description: 'A 64-bit whole number as decimal text: "1250". Inputs may also be JSON integers up to 2^53.',
  serialize: (value) => (typeof value === 'bigint' ? value : parse(value)).toString(),
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : undefined),
});
