import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build, bytesOf, captureA, captureB, captureC, captureHostile, item } from './sample.ts';
import { jsonOf, textOf, unzipped } from './unzipped.ts';

const all = [
  ['A', captureA],
  ['B', captureB],
  ['C', captureC],
  ['hostile', captureHostile],
] as const;
const root = 'VS-20261120-0001/';
const home = `${root}data/VS-20261120-0001/`;

function judges(path: string) {
  return spawnSync('bash', ['scripts/judges.sh', '--installed-only', path], { encoding: 'utf8' });
}

describe('the package', () => {
  it('has the layout of the design for a post with reactions', async () => {
    const files = await unzipped(await build(await captureB()));
    const directories = new Set(
      [...files.keys()].filter((path) => path.startsWith(home)).map((path) => path.slice(home.length).split('/')[0]),
    );
    expect([...directories]).toEqual([
      'VS-20261120-0001.mdto.xml',
      'antwoord-1859000000000000009',
      'bericht-1859000000000000001',
      'documentatie-VS-20261120-0001',
      'reacties-1859000000000000001',
      'verantwoording-VS-20261120-0001',
      'webarchief-VS-20261120-0001',
    ]);
    expect([...files.keys()].filter((path) => !path.startsWith(`${root}data/`))).toEqual(
      [
        'LEESMIJ.txt',
        'bag-info.txt',
        'bagit.txt',
        'manifest-sha256.txt',
        'merkle-sha256.txt',
        'openbare-sleutel.pem',
        'tagmanifest-sha256.txt',
        'tagmanifest-sha256.txt.sig',
      ].map((name) => root + name),
    );
  });

  it('has a profile and no reactions in scenario A', async () => {
    const paths = [...(await unzipped(await build(await captureA()))).keys()];
    expect(paths).toContain(`${home}profiel-minvoorbeeld/profiel-minvoorbeeld-media-01.png`);
    expect(paths.filter((path) => path.includes('/reacties-'))).toEqual([]);
  });

  it('says in A which reactions a person pointed at, and is not open because of them (R9, R12)', async () => {
    const { reactions, people } = await captureB();
    const pointed = [{ key: reactions[0]!.key, as: 'vraag', answers: ['antwoord-1'] }] as const;
    const files = await unzipped(await build(await captureA({ reactions: reactions.slice(0, 1), people, pointed })));
    const account = jsonOf(files, `${home}verantwoording-VS-20261120-0001/verantwoording-VS-20261120-0001-veiligstelling.json`);
    expect(account).toMatchObject({
      aangewezen: {
        reacties: [{ sleutel: reactions[0]!.key, als: 'vraag met antwoord van de overheid', antwoorden: ['antwoord-1'] }],
      },
    });
    expect(textOf(files, `${home}VS-20261120-0001.mdto.xml`)).toContain('AW1995-15-1-a');
  });

  it.each(all)('gives the same bytes for the same input, scenario %s', async (_name, make) => {
    const [one, two] = [await build(await make()), await build(await make())];
    expect(two.sha256).toBe(one.sha256);
    expect(
      createHash('sha256')
        .update(await bytesOf(one))
        .digest('hex'),
    ).toBe(one.sha256);
  });

  it('shows every finished file to the gate, and the pakbon too', async () => {
    const seen = new Map<string, string>();
    const result = await build(await captureB(), {
      inspect: async (path, content) => {
        const bytes = content instanceof Blob ? new Uint8Array(await content.arrayBuffer()) : content;
        seen.set(path, createHash('sha256').update(bytes).digest('hex'));
      },
    });
    const files = await unzipped(result);
    const hashes = [...files].map(
      ([path, bytes]) => [path.slice(root.length), createHash('sha256').update(bytes).digest('hex')] as const,
    );
    const unseen = hashes.filter(([path, hash]) => seen.get(path) !== hash).map(([path]) => path);
    // the web archive is shown text by text, while it is made
    expect(unseen).toEqual([expect.stringMatching(/\.wacz$/), 'tagmanifest-sha256.txt.sig']); // the last is numbers only
    expect([...seen.keys()].filter((path) => path.includes('.wacz/'))).toHaveLength(5);
    expect(seen.has(result.pakbonName)).toBe(true);
  });

  it('makes nothing when the gate stops it', async () => {
    await expect(
      build(await captureB(), {
        inspect: (path) => {
          if (path.endsWith('-weergave.html')) throw new Error('dicht');
        },
      }),
    ).rejects.toThrow('dicht');
  });

  it('refuses a medium that is not what was captured', async () => {
    await expect(build(await captureA(), { media: async () => new Blob(['123']) })).rejects.toMatchObject({
      code: 'export-failed',
      detail: { reason: 'media-damaged' },
    });
  });

  it('stops when asked', async () => {
    await expect(build(await captureA(), { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'stopped' });
  });

  it('tells how far it is', async () => {
    const steps: [number, number][] = [];
    const { files } = await build(await captureC(), { progress: (done, total) => steps.push([done, total]) });
    expect(steps.at(-1)).toEqual([files, files]);
    expect(steps.map(([done]) => done)).toEqual(Array.from({ length: files }, (_, n) => n + 1));
  });

  it('refuses an id or a moment that would not be safe in a name', async () => {
    await expect(build(await captureA({ id: '../x' }))).rejects.toMatchObject({ code: 'export-failed' });
    await expect(build(await captureA(), { now: 'nu' })).rejects.toMatchObject({ code: 'export-failed' });
  });

  it('keeps every name unique and plain, whatever the keys are', async () => {
    const posts = ['at://did:plc:x/3k', 'at://did:plc:x/3K', '../..', 'con'].map((key) =>
      item(key, { kind: 'bericht', author: 'voorbeeldzaken' }),
    );
    const names = [...(await unzipped(await build(await captureA({ posts })))).keys()].map((path) =>
      path.split('/').at(-1)!.toLowerCase(),
    );
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z0-9._-]+$/.test(name))).toEqual([]);
  });

  it('adds documentation that is handed to it, without replacing its own', async () => {
    const files = await unzipped(
      await build(await captureA(), {
        documentation: [
          { name: 'werk wijze.txt', bytes: new TextEncoder().encode('zo') },
          { name: 'toelichting.txt', bytes: new TextEncoder().encode('vals') },
        ],
      }),
    );
    expect(textOf(files, 'documentatie-VS-20261120-0001-werk-wijze.txt')).toBe('zo');
    expect(textOf(files, '-toelichting.txt')).not.toBe('vals');
  });
});

describe('the account of how', () => {
  it('says the scenario with its reasons, the completeness and which act this is', async () => {
    const account = jsonOf(await unzipped(await build(await captureC())), '-veiligstelling.json');
    expect(account).toMatchObject({
      handelingen: {
        veiligstellen: { stand: 'gedaan' },
        archiveren: { stand: 'nog niet' },
        openbaarMaken: { stand: 'nog niet' },
        overbrengen: { stand: 'nog niet' },
      },
      scenario: {
        hoedanigheid: 'Als bewindspersoon',
        waaromOverheidsinformatie: 'Kondigt beleid aan',
        redenVanAfwijking: 'Het account is hybride',
      },
      volledigheid: {
        oordeel: 'ONVOLLEDIG',
        redenen: [{ code: 'stopped', uitleg: 'De medewerker heeft het vastleggen gestopt voordat het klaar was.' }],
      },
      nogInTeStellen: [
        'archiefvormer: ingevuld is "Onbekende organisatie (nog in te stellen)"',
        'Hotspotlijst van de organisatie (naam nog in te stellen)',
      ],
    });
  });

  it('counts what was removed, and says that the key is not in it (R20)', async () => {
    const account = jsonOf(await unzipped(await build(await captureB())), '-pseudonimisering.json');
    expect(account).toMatchObject({
      pseudoniemen: { aantal: 5, sleutel: 'maakt geen deel uit van het pakket' },
      controle: { gezochteIdentiteiten: 14, gezochteVormen: 320 },
      aantalPerSoort: { Naam: 1, 'E-mailadres': 1 },
    });
  });

  it('holds a header line to one line (T18)', async () => {
    const info = textOf(await unzipped(await build(await captureHostile())), 'bag-info.txt');
    expect(info.match(/^Payload-Oxum:/gm)).toHaveLength(1);
    expect(info).toContain('Contact-Name: Rol Payload-Oxum: 0.0\n');
  });
});

describe('the bag judged by others', () => {
  const save = async (make: (typeof all)[number][1], change: (bytes: Uint8Array) => Uint8Array = (bytes) => bytes) => {
    const folder = mkdtempSync(join(tmpdir(), 'pakket-'));
    const result = await build(await make());
    const path = join(folder, result.fileName);
    writeFileSync(path, change(await bytesOf(result)));
    writeFileSync(join(folder, result.pakbonName), result.pakbon);
    return { folder, path };
  };

  it.each(all)('unzip, sha256sum, xmllint and the BagIt library of Python accept scenario %s', async (_name, make) => {
    const { path } = await save(make);
    const { status, stdout, stderr } = judges(path);
    if (stderr.includes('OVERGESLAGEN')) console.warn(stderr.trim());
    expect(stdout).not.toContain('FOUT');
    expect(status).toBe(0);
  });

  it('the judges refuse a package of which one stored byte was flipped', async () => {
    if (!existsSync('/usr/bin/unzip')) return console.warn('OVERGESLAGEN: unzip ontbreekt op deze machine');
    const { path } = await save(captureA, (bytes) => {
      const at = Buffer.from(bytes).indexOf('anders');
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes;
    });
    expect(judges(path).status).toBe(1);
  });
});
