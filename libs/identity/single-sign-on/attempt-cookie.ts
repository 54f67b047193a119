import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '@throughline/platform/config';

/** What the browser keeps while it is away at the provider. */
export interface AttemptState {
  attempt: string;
  provider: string;
  /** Milliseconds since 1970. */
  until: number;
  /** A path of ours to go to afterwards. */
  next: string | null;
  state: string;
  nonce: string;
  verifier: string;
}

export const ATTEMPT_COOKIE = 'tl_sign_on';
export const ATTEMPT_PATH = '/api/v1/sign-in';
export const ATTEMPT_MINUTES = 10;

/** Binds a sign-in under way to the browser that began it: signed, so that nobody makes one up for somebody else's browser. */
@Injectable()
export class AttemptCookie {
  private readonly key: Buffer;

  constructor({ appSecret }: Config) {
    this.key = createHmac('sha256', appSecret).update('single sign-on attempt').digest();
  }

  seal(state: AttemptState): string {
    const text = Buffer.from(JSON.stringify(state)).toString('base64url');
    return `${text}.${this.sign(text).toString('base64url')}`;
  }

  /** @returns null for none, an altered one, one of another provider, or when it is over */
  open(cookie: string | undefined, provider: string): AttemptState | null {
    const [text = '', signature = ''] = (cookie ?? '').split('.');
    const given = Buffer.from(signature, 'base64url');
    const expected = this.sign(text);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    const state = JSON.parse(Buffer.from(text, 'base64url').toString()) as AttemptState;
    return state.provider === provider && state.until > Date.now() ? state : null;
  }

  private sign(text: string): Buffer {
    return createHmac('sha256', this.key).update(text).digest();
  }
}
