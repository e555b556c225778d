/** Who is answered where the network draws two levels only. Everybody in it is invented. */
import { describe, expect, it } from 'vitest';
import { withNamedParents } from '../../../lib/capture/namedAnswers.ts';
import type { DraftItem, DraftPerson } from '../../../lib/model/draft.ts';

const people: DraftPerson[] = ['mies.kwartel', 'teun', 'loes'].map((handle) => ({ handle, ids: [], urls: [], avatars: [] }));
const [mies, teun, loes] = [0, 1, 2];
const under = (id: string, parent: string, author: number, text: string, mentions: number[] = []): DraftItem => ({
  kind: 'reaction',
  id,
  author,
  parent: { id: parent, method: 'markup' },
  text,
  times: {},
  media: [],
  counts: {},
  mentions,
  hashtags: [],
  links: [],
});
const parents = (...items: DraftItem[]) => withNamedParents(items, people).map(({ parent }) => parent);

describe('answers to answers, drawn side by side', () => {
  it('hang under the one whose name they begin with, four deep', () => {
    expect(
      parents(
        under('a', 'post', mies, 'Mooi'),
        under('b', 'a', teun, '@mies.kwartel vind ik ook', [mies]),
        under('c', 'a', loes, '@teun waarom?', [teun]),
        under('d', 'a', mies, '@loes daarom', [loes]),
      ),
    ).toEqual([
      { id: 'post', method: 'markup' },
      { id: 'a', method: 'markup' },
      { id: 'b', method: 'chain' },
      { id: 'c', method: 'chain' },
    ]);
  });

  it('stay where the network draws them when the one named spoke more than once, or elsewhere, or is only mentioned further on', () => {
    expect(
      parents(
        under('a', 'post', mies, 'Mooi'),
        under('b', 'a', teun, '@mies.kwartel ja', [mies]),
        under('c', 'a', teun, 'En nog iets'),
        under('d', 'a', loes, '@teun wat dan?', [teun]),
        under('e', 'post', teun, 'Los hiervan'),
        under('f', 'e', mies, 'Zoals @loes zei', [loes]),
        under('g', 'e', mies, '@loes kijk', [loes]),
      ).map((parent) => parent?.id),
    ).toEqual(['post', 'a', 'a', 'a', 'post', 'e', 'e']);
  });

  it('are not told by a name that only begins the same', () => {
    expect(
      parents(
        under('a', 'post', mies, 'Mooi'),
        under('b', 'a', teun, 'Ja'),
        under('c', 'a', loes, 'teunissen is er ook', [teun]),
      )[2],
    ).toEqual({
      id: 'a',
      method: 'markup',
    });
  });
});
