import { fieldsOf, questionsOf, serviceKey } from './questions';

it('turns a form\'s questions into choices and back, in their order', () => {
  const fields = [{ key: 'EMAIL', required: true }, { key: 'NAME', required: false }] as const;
  const questions = questionsOf(fields);
  expect(questions).toEqual({ NAME: 'OPTIONAL', COMPANY: 'NO', EMAIL: 'REQUIRED', PHONE: 'NO', WEBSITE: 'NO', SERVICES: 'NO', REQUIREMENTS: 'NO', BUDGET: 'NO', WISHED_DATE: 'NO' });
  expect(fieldsOf(questions, fields)).toEqual(fields);
  expect(fieldsOf({ ...questions, NAME: 'NO', BUDGET: 'REQUIRED' }, fields)).toEqual([{ key: 'EMAIL', required: true }, { key: 'BUDGET', required: true }]);
});

it.each([['Google Ads', 'GOOGLE_ADS'], [' Über uns! ', 'UBER_UNS'], ['SEO', 'SEO']])('makes a key of "%s"', (label, key) => {
  expect(serviceKey(label)).toBe(key);
});
