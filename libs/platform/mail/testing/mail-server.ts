import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as it came over the wire. */
export interface ReceivedMail {
  from: string;
  to: string[];
  /** Headers and body as sent. */
  raw: string;
  /** The account that signed in; null without. */
  user: string | null;
  tls: boolean;
}

/** A real SMTP server on loopback that keeps what it is given. */
export class MailServer {
  readonly received: ReceivedMail[] = [];
  /** Answers to recipients, by address: an SMTP code such as 550; others are accepted. */
  readonly refusals = new Map<string, number>();
  private server!: SMTPServer;

  private constructor(private readonly options: { account?: { user: string; password: string }; tls?: 'SELF_SIGNED' }) {}

  /** @param options.tls offers STARTTLS; without it none */
  static async start(options: { account?: { user: string; password: string }; tls?: 'SELF_SIGNED' } = {}): Promise<MailServer> {
    const server = new MailServer(options);
    await server.listen();
    return server;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  stop(): Promise<void> {
    return new Promise((done) => this.server.close(() => done()));
  }

  private async listen(): Promise<void> {
    const { account, tls } = this.options;
    this.server = new SMTPServer({
      authOptional: !account, disableReverseLookup: true, closeTimeout: 100,
      ...(tls === 'SELF_SIGNED' ? {} : { disabledCommands: ['STARTTLS'] }),
      onAuth: (auth, _session, done) => {
        const right = auth.username === account?.user && auth.password === account?.password;
        done(right ? null : new Error('Wrong account'), right ? { user: auth.username ?? '' } : undefined);
      },
      onRcptTo: (address, _session, done) => {
        const code = this.refusals.get(address.address);
        done(code ? Object.assign(new Error('not here'), { responseCode: code }) : null);
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          this.received.push({
            from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString(),
            user: typeof session.user === 'string' ? session.user : null, tls: session.secure,
          });
          done();
        });
      },
    });
    this.server.on('error', () => undefined);
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', () => ready()));
  }
}
