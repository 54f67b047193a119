import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from '../config/index.js';
import { isPublicAddress } from './checked-lookup.js';
import { Outbound, OutboundRefused } from './outbound.js';

const outbound = (...allowedPrivateHosts: string[]): Outbound => new Outbound({ allowedPrivateHosts } as unknown as Config);

describe('addresses that requests may go to', () => {
  it.each(['8.8.8.8', '2606:4700::1111', '::ffff:8.8.8.8'])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    '127.0.0.1', '10.0.0.1', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '192.0.2.1',
    '::1', '::', 'fe80::1', 'fd00::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::a00:1', '2001:db8::1', '::127.0.0.1', '::7f00:1', '::a00:1', 'fec0::1', '2002:7f00:1::', '2001:0:7f00:1::', '1::1', 'nonsense',
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false));
});

describe('requests on somebody\'s word', () => {
  let server: Server;
  let seen: string[];
  let url: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      seen.push(`${request.method} ${request.url}`);
      if (request.url === '/moved') response.writeHead(302, { location: '/secret' }).end();
      else if (request.url === '/large') response.end(Buffer.alloc(2 * 1024 * 1024));
      else response.end('hello');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://localhost:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => (seen = []));
  afterAll(() => new Promise((done) => server.close(done)));

  it.each([
    'http://8.8.8.8/', 'https://127.0.0.1/', 'https://localhost/', 'https://[::1]/', 'https://[::ffff:7f00:1]/', 'https://169.254.169.254/latest/meta-data', 'https://2130706433/', 'https://0x7f.1/',
    'ftp://example.com/', 'file:///etc/passwd', 'https://somebody:secret@example.com/',
  ])('refuse %s', async (address) => {
    await expect(outbound().send(address)).rejects.toThrow(OutboundRefused);
  });

  it('go to a host of the operator\'s own network that is named, and to no other', async () => {
    const { port } = server.address() as AddressInfo;
    await expect(outbound('localhost').send(`http://127.0.0.1:${port}/`)).rejects.toThrow(OutboundRefused);
    await expect(outbound('localhost:1').send(url)).rejects.toThrow(OutboundRefused);
    expect((await outbound('localhost').send(`${url}/a`)).body.toString()).toBe('hello');
    expect((await outbound(`localhost:${port}`).send(`${url}/b`)).status).toBe(200);
    expect(seen).toEqual(['GET /a', 'GET /b']);
  });

  it('follow no redirect and read no endless answer', async () => {
    const door = outbound('localhost');
    expect((await door.send(`${url}/moved`)).status).toBe(302);
    expect(seen).toEqual(['GET /moved']);
    await expect(door.send(`${url}/large`)).rejects.toThrow('too large');
  });

  it('look like fetch to libraries', async () => {
    const answer = await outbound('localhost').fetchLike(`${url}/form`, { method: 'POST', body: new URLSearchParams({ a: '1' }) });
    expect([answer.status, await answer.text(), seen]).toEqual([200, 'hello', ['POST /form']]);
  });
});
