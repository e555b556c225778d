/** The pictures of the views, as they go into a package. The people in the samples are invented. */
import { describe, expect, it } from 'vitest';
import { validateXml } from './xsd.ts';
import { verifyPackage } from '../../../lib/bundle/verify.ts';
import { build, bytesOf, captureB, png } from './sample.ts';
import { jsonOf, textOf, unzipped } from './unzipped.ts';

const tile = png(40, 20, [1, 2, 3]);

/** What is told of the pictures, when that of one view takes longest. */
const told = async (slow: string): Promise<unknown> => {
  const files = await unzipped(
    await build(await captureB(), {
      picture: async (html) => {
        for (let turn = 0; turn < (html.includes(slow) ? 50 : 1); turn += 1) await Promise.resolve();
        return { tiles: [tile], isCut: false };
      },
    }),
  );
  return jsonOf(files, '-veiligstelling.json')['schermafbeeldingen'];
};

describe('the pictures of the views', () => {
  it('lie beside the view they were drawn of, one or in numbered parts, each described as PNG', async () => {
    const result = await build(await captureB(), {
      picture: async (html) =>
        html.includes('class="draad"') ? { tiles: [tile, tile], isCut: true } : { tiles: [tile], isCut: false },
    });
    const files = await unzipped(result);
    const pictures = [...files.keys()].filter((path) => path.endsWith('.png') && path.includes('schermafbeelding'));
    expect(pictures.map((path) => path.split('/').at(-1))).toEqual([
      'antwoord-1859000000000000009-schermafbeelding.png',
      'bericht-1859000000000000001-schermafbeelding.png',
      'reacties-1859000000000000001-schermafbeelding-01.png',
      'reacties-1859000000000000001-schermafbeelding-02.png',
    ]);
    expect(textOf(files, 'bericht-1859000000000000001-schermafbeelding.png.bestand.mdto.xml')).toContain('fmt/11');
    expect(jsonOf(files, '-veiligstelling.json')['schermafbeeldingen']).toMatchObject({
      perArchiefstuk: expect.arrayContaining([{ bij: 'reacties-1859000000000000001', delen: 2, afgekapt: true }]),
    });
    expect((await verifyPackage(await bytesOf(result), { validateXml })).ok).toBe(true);
  });

  it('are accounted for in the order of the package, whichever is drawn first', async () => {
    const tellings = [await told('class="draad"'), await told('id="bericht-'), await told('id="antwoord-')];
    expect(tellings[0]).toHaveProperty('perArchiefstuk.length', 3);
    expect(tellings).toEqual([tellings[0], tellings[0], tellings[0]]);
  });

  it('are missed without stopping the package, and the account says which and why', async () => {
    const files = await unzipped(
      await build(await captureB(), {
        picture: async () => {
          throw new DOMException('too slow', 'TimeoutError');
        },
      }),
    );
    expect([...files.keys()].filter((path) => path.includes('schermafbeelding'))).toEqual([]);
    expect(jsonOf(files, '-veiligstelling.json')['schermafbeeldingen']).toMatchObject({
      perArchiefstuk: expect.arrayContaining([{ bij: 'bericht-1859000000000000001', delen: 0, reden: 'TimeoutError' }]),
    });
  });

  it('are said not to be made where nobody can draw', async () => {
    const files = await unzipped(await build(await captureB()));
    expect(jsonOf(files, '-veiligstelling.json')['schermafbeeldingen']).toMatchObject({
      stand: 'niet gemaakt',
      perArchiefstuk: [],
    });
  });
});
