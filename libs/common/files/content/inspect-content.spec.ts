import sharp from 'sharp';
import { endlessZip, zipOf } from '../testing/archives.js';
import { cleanName, endingOf } from './file-name.js';
import { KNOWN_TYPES, STANDARD_TYPES } from './file-types.js';
import { inspectContent, refuseName } from './inspect-content.js';

const EVERYTHING = Object.keys(KNOWN_TYPES);
const inspect = (name: string, content: Buffer | string, allowed = STANDARD_TYPES): Promise<{ contentType: string; name: string }> => {
  const bytes = Buffer.from(content);
  return inspectContent({ name, bytes: bytes.length }, allowed, (from, to) => Promise.resolve(bytes.subarray(from, to)));
};
const png = (): Promise<Buffer> => sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } }).png().toBuffer();
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z" fill="url(#a)"/></svg>';

describe('what a file is', () => {
  it('is decided by its content', async () => {
    expect(await inspect('logo.png', await png())).toEqual({ contentType: 'image/png', name: 'logo.png' });
    expect(await inspect('letter.pdf', '%PDF-1.7\n%\xe2\xe3\n1 0 obj')).toEqual({ contentType: 'application/pdf', name: 'letter.pdf' });
    expect(await inspect('all.zip', zipOf({ 'a.txt': 'a' }))).toEqual({ contentType: 'application/zip', name: 'all.zip' });
    expect(await inspect('plan.docx', zipOf({ '[Content_Types].xml': docx(), 'word/document.xml': '<w/>' }))).toMatchObject({ contentType: expect.stringContaining('wordprocessingml') as string });
  });

  it.each([
    ['notes.txt', 'Grüße', 'text/plain'], ['README', 'plain', 'text/plain'], ['list.csv', 'a;b\n1;2', 'text/csv'], ['old.csv', Buffer.from('caf\xe9;1', 'latin1'), 'text/csv'],
    ['excel.csv', Buffer.from('\ufeffa\tb', 'utf16le'), 'text/csv'], ['data.json', '{"a":1}', 'application/json'], ['feed.xml', '<?xml version="1.0"?><a/>', 'application/xml'],
    ['guide.md', '# Hi <script>', 'text/markdown'], ['drawing.svg', `<?xml version="1.0"?><!-- x -->\n${SVG}`, 'image/svg+xml'],
  ])('of texts by the beginning and the ending: %s', async (name, content, contentType) => {
    expect((await inspect(name, content)).contentType).toBe(contentType);
  });

  it('gives a picture its right ending, and any file one that has none', async () => {
    expect((await inspect('photo.jpg', await png())).name).toBe('photo.png');
    expect((await inspect('photo', await png())).name).toBe('photo.png');
    expect((await inspect('README', 'x')).name).toBe('README.txt');
  });
});

describe('what may not come in', () => {
  it('is another kind of file than its name says', async () => {
    await expect(inspect('photo.png', zipOf({ 'a.txt': 'a' }))).rejects.toThrow('The name ends in .png, but this is a ZIP archive');
    await expect(inspect('photo.png', 'only text')).rejects.toThrow('no PNG picture');
    await expect(inspect('letter.docx', zipOf({ 'a.txt': 'a' }))).rejects.toThrow('but this is a ZIP archive');
    await expect(inspect('drawing.png', SVG)).rejects.toThrow('but this is a SVG drawing');
    await expect(inspect('notes.txt', await png())).rejects.toThrow('but this is a PNG picture');
  });

  it.each([
    ['tool.exe', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])], ['tool.txt', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
    ['tool.pdf', Buffer.concat([Buffer.from('\x7fELF'), Buffer.alloc(60)])], ['app.txt', '#!/bin/sh\nrm -rf /'], ['page.txt', '<!DOCTYPE html><script>1</script>'], ['page.html', '<p>hello'],
    ['x.php', '<?php echo 1'], ['x.txt', '<?php echo 1'], ['run.js', 'alert(1)'], ['run.bat', 'dir'], ['run.ps1', 'ls'], ['noise.txt', Buffer.from([1, 2, 3, 0, 255])], ['page.csv', '\ufeff <html>'],
    ['macro.docx', zipOf({ '[Content_Types].xml': docx(), 'word/document.xml': '<w/>', 'word/vbaProject.bin': 'x' })],
  ])('is what runs, or cannot be told: %s', async (name, content) => {
    await expect(inspect(name, content, EVERYTHING)).rejects.toMatchObject({ code: 'VALIDATION_FAILED', problems: [{ path: ['file'] }] });
  });

  it('is what the organization does not take', async () => {
    await expect(inspect('a.zip', zipOf({ 'a.txt': 'a' }), ['image/png'])).rejects.toThrow('Your organization does not take ZIP archive files. You can send: png.');
    expect(() => refuseName('a.zip', ['image/png'])).toThrow('does not take ZIP archive');
    expect(() => refuseName('a.exe', EVERYTHING)).toThrow('.exe cannot be uploaded');
    expect(() => refuseName('a.png', ['image/png'])).not.toThrow();
    expect(() => refuseName('README', ['image/png'])).not.toThrow();
  });

  it.each([
    '<svg><script>1</script></svg>', '<svg onload="x()"></svg>', '<svg><a href="javascript:x()"/></svg>', '<svg><a href="&#106;avascript:x()"/></svg>', '<svg><a href="java\nscript:x()"/></svg>',
    '<svg><foreignObject/></svg>', '<svg><image href="https://example.com/a.png"/></svg>', '<svg><use xlink:href="//evil/x#a"/></svg>', '<svg><style>@import "x";</style></svg>',
    '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>', '<svg><rect fill="url(https://x/y)"/></svg>', '<svg><x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script></svg>',
    '<svg/onload=x()>', '<svg><style>@\\69mport "x";</style></svg>', '<svg><rect style="fill:\\75 rl(https://x/y)"/></svg>', '<svg><style>a{background:image-set("https://x/y" 1x)}</style></svg>',
    '<svg><a><set attributeName="href" to="data:text/html,<script>1</script>"/></a></svg>', '<svg><use href="data:image/svg+xml;base64,AA"/></svg>',
    '<?xml version="1.0" encoding="ISO-2022-JP"?><svg><s\u001b(Bcript>1</s\u001b(Bcript></svg>', '<?xml version="1.0" encoding="utf-7"?><svg>+ADw-script+AD4-</svg>',
    Buffer.from('\ufeff<svg><script>1</script></svg>', 'utf16le'), Buffer.from('\ufeff<svg onload="x()"/>', 'utf16le').swap16(),
  ])('is a drawing that does more than draw: %s', async (content) => {
    await expect(inspect('drawing.svg', content)).rejects.toThrow('without them');
  });

  it('is a drawing that only draws: that may', async () => {
    expect((await inspect('d.svg', '<svg><image href="data:image/png;base64,AA"/><use href="#a"/><rect style="fill:url(#b)"/></svg>')).contentType).toBe('image/svg+xml');
    expect((await inspect('d.svg', '<?xml version="1.0" encoding="ISO-8859-1"?><svg><text>Data: an image (1) at 5/8</text><image href="data:image/jpg;base64,AA"/></svg>')).contentType).toBe('image/svg+xml');
  });

  it.each(['../../etc/passwd', 'a/../../b.txt', '/etc/passwd', 'C:\\Windows\\x.dll', '..\\x.txt'])('is an archive that would write elsewhere: %s', async (entry) => {
    await expect(inspect('climbs.zip', zipOf({ 'a.txt': 'a', [entry]: 'x' }))).rejects.toThrow('outside the folder');
    expect((await inspect('fine.zip', zipOf({ 'a..b/c..txt': 'a', 'folder/': '' }))).contentType).toBe('application/zip');
  });

  it.each(['page.html', 'page.htm', 'page.xhtml', 'page.svgz', 'app.jar', 'app.apk', 'link.lnk', 'link.url', 'macro.docm', 'macro.xlsm', 'run.vbs', 'run.hta', 'run.scr', 'run.msi', 'disk.iso', 'run.py', 'run.sh', 'book.chm', 'page.mht'])(
    'is what no policy can allow, by its name alone: %s', (name) => {
      expect(() => refuseName(name, EVERYTHING)).toThrow('cannot be uploaded');
    });

  it('is an archive that unpacks to far more, shares its bytes, or was cut off', async () => {
    await expect(inspect('bomb.zip', zipOf({ 'a.txt': 'a' }, { unpacked: 1024 ** 3 }))).rejects.toThrow('far more than it should');
    await expect(inspect('bomb.zip', endlessZip(50 * 1024 ** 3))).rejects.toThrow('far more than it should');
    await expect(inspect('shared.zip', zipOf({ 'a.txt': 'a'.repeat(50) }, { packed: 5_000 }))).rejects.toThrow('far more than it should');
    const whole = zipOf({ 'a.txt': 'some text', 'b.txt': 'more text' });
    for (let length = 40; length < whole.length; length++) await expect(inspect('cut.zip', whole.subarray(0, length))).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });
});

describe('names', () => {
  it.each([
    ['../../etc/passwd', 'passwd'], ['C:\\Users\\x\\plan.pdf', 'plan.pdf'], ['photo\u202egnp.exe', 'photognp.exe'], ['a\u0000b.txt', 'ab.txt'], ['  .hidden ', 'hidden'], ['a<b>:c.txt', 'a_b__c.txt'],
    ['Ünï.pdf', 'Ünï.pdf'], ['..', null], ['/', null], ['\u200b', null], ['trailing. . ', 'trailing'],
  ])('are cleaned: %j', (given, cleaned) => expect(cleanName(given)).toBe(cleaned));

  it('are at most 200 characters and keep their ending', () => {
    const name = cleanName(`${'x'.repeat(500)}.tar.pdf`)!;
    expect([name.length, endingOf(name)]).toEqual([200, 'pdf']);
  });
});

function docx(): string {
  return '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
}
