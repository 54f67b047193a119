import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../config/index.js';
import type { RequestFacts } from '../../http/index.js';
import type { CookieOptions, GraphqlRequest } from '../context/graphql-context.js';

/** The request as resolvers see it. Cookies go on the answer at once; they are Secure wherever people use TLS. */
export function httpRequest({ cookies }: FastifyRequest, reply: FastifyReply, facts: RequestFacts, config: Config): GraphqlRequest {
  const full = (options: CookieOptions): CookieOptions => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: config.secure, ...options });
  return {
    id: facts.id,
    transport: 'http',
    address: facts.address,
    userAgent: facts.userAgent,
    certificate: facts.certificate,
    cookies,
    setCookie: (name, value, options) => void reply.setCookie(name, value, full(options)),
    clearCookie: (name, options) => void reply.clearCookie(name, full(options)),
  };
}
