import { filesOf } from './pasted';

const NOW = new Date(2026, 10, 21, 9, 5, 7);
const transfer = (files: File[], types: string[]) => ({ files, types } as unknown as DataTransfer);
const names = (files: File[]) => files.map(({ name }) => name);

describe('what was pasted or dropped', () => {
  it('gives pictures without a name one', () => {
    const picture = new File(['x'], 'image.png', { type: 'image/png' });
    expect(names(filesOf(transfer([picture], ['Files']), NOW))).toEqual(['Pasted 2026-11-21 09.05.07.png']);
  });

  it('keeps real names and all files', () => {
    const files = [new File(['x'], 'plan.pdf', { type: 'application/pdf' }), new File(['x'], 'photo.jpg', { type: 'image/jpeg' })];
    expect(names(filesOf(transfer(files, ['Files']), NOW))).toEqual(['plan.pdf', 'photo.jpg']);
  });

  it('takes text as text, though its picture came along', () => {
    const picture = new File(['x'], 'image.png', { type: 'image/png' });
    expect(filesOf(transfer([picture], ['text/plain', 'text/html', 'Files']), NOW)).toEqual([]);
    expect(names(filesOf(transfer([picture], ['text/html', 'Files']), NOW))).toHaveLength(1);
  });

  it('is empty without files', () => {
    expect(filesOf(null)).toEqual([]);
    expect(filesOf(transfer([], ['text/plain']))).toEqual([]);
  });
});
