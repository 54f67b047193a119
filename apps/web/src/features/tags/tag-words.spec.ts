import { sameTag, usesText } from './tag-words';

it('tells on what a tag stands', () => {
  expect([usesText([]), usesText([{ label: 'leads', records: 2 }, { label: 'deals', records: 1 }])]).toEqual(['On no record', '2 leads, 1 deal']);
});

it('takes words for the same whatever their letters', () => expect([sameTag('VIP', ' vip'), sameTag('VIP', 'VIPs')]).toEqual([true, false]));
