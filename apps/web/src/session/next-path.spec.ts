import { destination } from './next-path';

describe('destination', () => {
  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', 'leads', '/sign-in?next=/leads'])('refuses %p', (next) => {
    expect(destination(next, 'EMPLOYEE')).toBe('/');
  });

  it('keeps a path of the own audience and its query', () => {
    expect(destination('/leads?status=NEW', 'ADMIN')).toBe('/leads?status=NEW');
    expect(destination('/portal/projects/1', 'CLIENT')).toBe('/portal/projects/1');
  });

  it('sends everyone to their own side', () => {
    expect(destination('/leads', 'CLIENT')).toBe('/portal');
    expect(destination('/portal', 'EMPLOYEE')).toBe('/');
    expect(destination('/portals', 'EMPLOYEE')).toBe('/portals');
    expect(destination(null, 'CLIENT')).toBe('/portal');
  });
});
