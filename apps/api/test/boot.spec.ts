import { bootApi, type TestApi } from '@throughline/testing/api';
import { SampleModule } from './support/sample.module.js';

describe('the API', () => {
  let api: TestApi;
  beforeAll(async () => (api = await bootApi({ features: [SampleModule] })));
  afterAll(() => api.close());

  it('is alive and ready', async () => {
    expect(await (await fetch(`${api.url}/healthz`)).json()).toEqual({ status: 'ok' });
    const ready = await fetch(`${api.url}/readyz`);
    expect(await ready.json()).toEqual({ status: 'ready', checks: { accepting: true, database: true, migrations: true } });
    expect(ready.status).toBe(200);
  });

  it('answers a query', async () => {
    const answer = await fetch(`${api.url}/graphql`, {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: 'Bearer ada' }, body: JSON.stringify({ query: '{ whoAmI }' }),
    });
    expect(await answer.json()).toEqual({ data: { whoAmI: 'EMPLOYEE ada 127.0.0.1' } });
  });
});
