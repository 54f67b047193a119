import { createHmac, createSecretKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { JwtService } from '@nestjs/jwt';
import { AccessTokens } from '../../../libs/identity/auth/access-token.js';

interface Claims { sub: string; sid: string; org: string }

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Access tokens that must be refused, by what is wrong with them; `control` is signed properly and must be accepted. */
export function forgedTokens(appSecret: string, genuine: string, other: string): Record<string, string> {
  const [header = '', payload = '', signature = ''] = genuine.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims & Record<string, unknown>;
  const stranger = JSON.parse(Buffer.from(other.split('.')[1]!, 'base64url').toString()) as Claims;
  const key = new AccessTokens({ appSecret }).key;
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const publicPem = rsa.publicKey.export({ type: 'spki', format: 'pem' }) as string;
  const sign = (options: object = {}, signingKey: KeyObject = key, body: object = { sid: claims.sid, org: claims.org }): string =>
    new JwtService({ privateKey: signingKey }).sign(body, { algorithm: 'HS256', subject: claims.sub, issuer: 'throughline', audience: 'throughline api', expiresIn: 60, ...options });
  const hmac = (head: object, body: object, secret: string | Buffer): string => {
    const text = `${encode(head)}.${encode(body)}`;
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  };
  return {
    'alg none': `${encode({ alg: 'none', typ: 'JWT' })}.${payload}.`,
    'alg None, signed': `${encode({ alg: 'None', typ: 'JWT' })}.${payload}.${signature}`,
    'no signature': `${header}.${payload}.`,
    'other key': sign({}, createSecretKey(randomBytes(32))),
    'empty key': hmac({ alg: 'HS256', typ: 'JWT' }, claims, ''),
    'the application\'s secret itself': hmac({ alg: 'HS256', typ: 'JWT' }, claims, appSecret),
    'HS512 with the right key': sign({ algorithm: 'HS512' }),
    'HS384 with the right key': sign({ algorithm: 'HS384' }),
    'RS256': sign({ algorithm: 'RS256' }, rsa.privateKey),
    'HS256 keyed with a public key': hmac({ alg: 'HS256', typ: 'JWT' }, claims, publicPem),
    'own key in the header': hmac({ alg: 'HS256', typ: 'JWT', jwk: { kty: 'oct', k: Buffer.from('mine').toString('base64url') } }, claims, 'mine'),
    'key id that is a path': hmac({ alg: 'HS256', typ: 'JWT', kid: '../../dev/null' }, claims, ''),
    'other issuer': sign({ issuer: 'elsewhere' }),
    'other audience': sign({ audience: 'elsewhere' }),
    'expired': sign({ expiresIn: -1 }),
    'not yet good': sign({ notBefore: 600 }),
    'other person': `${header}.${encode({ ...claims, sub: stranger.sub })}.${signature}`,
    'other session, signed properly': sign({}, key, { sid: stranger.sid, org: claims.org }),
    'other organization, signed properly': sign({}, key, { sid: claims.sid, org: '00000000-0000-7000-8000-000000000000' }),
    'no session': sign({}, key, { org: claims.org }),
    'session that never was': sign({}, key, { sid: '00000000-0000-7000-8000-000000000000', org: claims.org }),
    'session that is no id': sign({}, key, { sid: '\' OR 1=1 --', org: claims.org }),
    'truncated': genuine.slice(0, -4),
    'signature of another': `${header}.${payload}.${other.split('.')[2]!}`,
    'five parts': `${genuine}.${genuine}`,
    'spaces': ` ${genuine.replace('.', ' .')}`,
    'refresh token': randomBytes(32).toString('base64url'),
    'nothing': '',
  };
}

/** A token made with the real key and the real claims: shows that the others are refused for their own fault. */
export function controlToken(appSecret: string, genuine: string): string {
  const { sub, sid, org } = JSON.parse(Buffer.from(genuine.split('.')[1]!, 'base64url').toString()) as Claims;
  return new AccessTokens({ appSecret }).sign({ sub, sid, org });
}
