import { draftOf } from './draft.ts';
import { alternate, atMost, row, timed } from './measure.ts';
import { identitiesOf, strippedOf } from './stripped.ts';
import type { Subject } from './subject.ts';

export const stripping: Subject = {
  name: 'schonen',
  title: 'Schonen: alle identiteiten, herkenners en vervangingen',
  how: 'Een verzonnen draad van X gaat in Node door `classify` en `strip`; daarnaast wordt hetzelfde concept met JSON weggeschreven en teruggelezen.',
  async run({ isShort }) {
    const [few, many] = isShort ? [50, 100] : [1_000, 10_000];
    const small = draftOf(few);
    const large = draftOf(many);
    const forms = identitiesOf(large).blocking.length;
    const { little, strip, json } = await alternate(isShort ? 1 : 3, {
      little: () => timed(() => strippedOf(small)),
      strip: () => timed(() => strippedOf(large)),
      json: () => timed(() => JSON.parse(JSON.stringify(large))),
    });
    return [
      row(`${few} reacties`, 'ms', little),
      row(`${many} reacties, ${forms} naamvormen`, 'ms', strip, {
        peers: [{ ...json, of: 'JSON heen en terug' }],
        goals: [
          atMost(4, strip.median / json.median, 'keer JSON.parse + stringify van hetzelfde concept'),
          atMost(12, strip.median / little.median, `keer de tijd van ${few} reacties`),
        ],
      }),
    ];
  },
};
