import { KNOWN_TYPES, PICTURES } from '../../../libs/common/files/content/file-types.js';
import { zipOf } from '../../../libs/common/files/testing/archives.js';
import { type FilesWorld, openFilesWorld } from './support/files-world.js';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>';
const XHTML = '<?xml version="1.0"?><h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:script>alert(1)</h:script></h:html>';

describe('files in a browser', () => {
  let world: FilesWorld;
  beforeAll(async () => {
    world = await openFilesWorld();
  });
  afterAll(() => world?.close());

  /** Every header that decides what a browser makes of it. */
  const treated = async (path: string): Promise<Record<string, string | null>> => {
    const { headers, status } = await world.get(world.agent, path);
    expect(status).toBe(200);
    return Object.fromEntries(['content-disposition', 'content-type', 'x-content-type-options', 'cross-origin-resource-policy'].map((name) => [name, headers.get(name)?.split(';')[0] ?? null]));
  };
  const policy = async (path: string): Promise<string[]> => ((await world.get(world.agent, path)).headers.get('content-security-policy') ?? '').split(';').map((part) => part.trim());

  it.each([
    ['drawing.svg', SVG, 'image/svg+xml'], ['feed.xml', XHTML, 'application/xml'], ['page.txt', 'hello <script>alert(1)</script>', 'text/plain'], ['page.md', '<img src=x onerror=alert(1)>', 'text/markdown'],
    ['data.json', '{"a":"<script>"}', 'application/json'], ['list.csv', '=cmd|x;<script>', 'text/csv'], ['all.zip', zipOf({ 'page.html': '<script>alert(1)</script>' }), 'application/zip'],
    ['letter.pdf', '%PDF-1.7\n1 0 obj << /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>', 'application/pdf'],
  ])('are saved and never shown by themselves: %s', async (name, content, contentType) => {
    const id = await world.upload(world.agent, name, content);
    expect(await treated(`/files/${id}`)).toEqual({ 'content-disposition': 'attachment', 'content-type': contentType, 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' });
    // Whatever opens it all the same has no origin of ours, runs nothing, sends nothing and stands in no page.
    const rules = await policy(`/files/${id}`);
    expect(rules).toEqual(expect.arrayContaining(['sandbox', "default-src 'none'", "form-action 'none'", "frame-ancestors 'none'", "base-uri 'none'"]));
    expect(rules.join(';')).not.toMatch(/allow-|script-src|unsafe-eval/);
  });

  it('are shown in a page only as pictures that we wrote, as PDF in the sandbox, and as plain text', async () => {
    const { agent, upload, check, shown, get, png } = world;
    const [drawing, letter, xml, picture] = [await upload(agent, 'd.svg', SVG), await upload(agent, 'l.pdf', '%PDF-1.7\n'), await upload(agent, 'f.xml', XHTML), await upload(agent, 'p.png', await png(40, 40))];
    await check(picture);
    expect((await shown(agent, drawing)).previewUrl).toBeNull();
    for (const view of ['preview', 'thumbnail']) expect((await get(agent, `/files/${drawing}/${view}`)).status).toBe(404);
    expect(await treated(`/files/${xml}/preview`)).toMatchObject({ 'content-disposition': 'attachment', 'content-type': 'text/plain', 'x-content-type-options': 'nosniff' });
    expect(await treated(`/files/${letter}/preview`)).toMatchObject({ 'content-disposition': 'inline', 'content-type': 'application/pdf' });
    for (const view of ['preview', 'thumbnail']) expect(await treated(`/files/${picture}/${view}`)).toMatchObject({ 'content-disposition': 'inline', 'content-type': 'image/webp' });
    for (const path of [`/files/${xml}/preview`, `/files/${letter}/preview`, `/files/${picture}/preview`, `/files/${picture}/thumbnail`]) expect(await policy(path)).toContain('sandbox');
  });

  it('have no type among those that can be allowed which a browser would run', () => {
    expect(Object.keys(KNOWN_TYPES).filter((type) => /html|javascript|ecmascript|wasm|shockwave|mhtml|xslt/.test(type))).toEqual([]);
    // Only pictures whose pixels we write are ever drawn.
    expect([...PICTURES].filter((type) => /svg|postscript|photoshop/.test(type))).toEqual([]);
  });

  it('that would unpack to more than memory or a disk holds are refused before anything is unpacked', async () => {
    const { agent, refused, upload, check, shown } = world;
    expect(await refused(agent, 'bomb.zip', zipOf({ 'a.txt': 'a' }, { unpacked: 1024 ** 3 }))).toContain('far more than it should');
    expect(await refused(agent, 'letter.docx', zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': 'a' }, { unpacked: 1024 ** 3 }))).not.toBe('taken');
    expect(await refused(agent, 'climbs.zip', zipOf({ '../../.bashrc': 'x' }))).toContain('outside the folder');
    // 10,000 by 10,000 pixels of one colour: a few hundred kilobytes, 400 MB of memory.
    const id = await upload(agent, 'flat.png', await world.png(10_000, 10_000));
    await check(id);
    expect(await shown(agent, id)).toMatchObject({ scan: 'REFUSED', refusal: expect.stringContaining('64 million pixels') as string, url: null });
    expect((await world.get(agent, `/files/${id}`)).status).toBe(412);
  });
});
