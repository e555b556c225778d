// @vitest-environment jsdom
/** Names that are hard to find and names that are hard to tell from words, over the whole trip. Everybody is invented. */
import { describe, expect, it } from 'vitest';
import { needlesOf, someone } from './pages/cast.ts';
import type { Someone } from './pages/cast.ts';
import * as x from './pages/x.ts';
import { trip } from './pipeline.ts';
import { scanContent } from './scan.ts';

const own = 'minvoorbeeld';
const other = someone('anders');
const says = (by: Someone, text: string, id?: string) => x.post({ by, text: x.plain(text), ...(id && { id }) });

describe('a person with a hard name, named by somebody else', () => {
  const cast: Record<string, readonly [string, string, ...string[]]> = {
    diacritics: [
      'Zoë Kânarjönsdóttir',
      'zoe_kanarj',
      'ZOË KÂNARJÖNSDÓTTIR',
      'Zoe Kanarjonsdottir',
      'Kânarjönsdóttir, Zoë',
      'Zoë’s',
    ],
    'ij as one letter': ['Wĳnand van ’t Kanariënest', 'wijnandkn', "Wijnand van 't Kanarienest", 'WIJNAND', 'Van ’t Kanariënest'],
    mathematical: ['𝓕𝓮𝓷𝓷𝓪 𝓚𝓪𝓷𝓪𝓻𝓲𝓮𝔃𝓸𝓸𝓷', 'fenna_math', 'Fenna Kanariezoon', 'kanariezoon'],
    'zero width': ['Fen\u200Bna Kana\u00ADriezoon', 'fenna_zw_7', 'Fenna Kanariezoon', '#FennaKanariezoon'],
    'right to left': ['مريم الكناري', 'maryam_kz', 'مريم', 'الكناري'],
    'three letters without capitals': ['علي', 'ali_kz_77', 'علي'],
    'two Chinese signs': ['李明', 'liming_kz', '李明'],
    'four Chinese signs': ['田中太郎', 'tanaka_kz', '田中太郎'],
    'behind a title': ['Drs. Fenna Kanariezoon MSc', 'fenna_msc', 'Fenna Kanariezoon', 'Kanariezoon, Fenna'],
    'with pronouns': ['Roos de Wit (zij/haar)', 'roosdw_kz', 'Roos de Wit', 'roos de wit', 'ROOS DE WIT'],
    'with a shortcode': ['Roos de Wit :verified:', 'roosdw_kz', 'Roos de Wit', 'roos de wit'],
    'before a bar': ['Roos de Wit | Utrecht 🌷', 'roosdw_kz', 'Roos de Wit', 'roos de wit'],
    'everyday words': ['Roos de Wit', 'roosdewit_kz', 'Roos de Wit', 'de Wit, Roos', 'R. de Wit'],
    'two letters': ['Bo', 'bo', '@bo', 'Bo'],
    'a word of the language': ['__proto__', '__proto__', '@__proto__', '__proto__'],
    'double barrelled': ['Anne-Fleur Kanarie-Vogelzang', 'afkv_kz', 'Kanarie-Vogelzang', 'Anne-Fleur', 'Kanarie Vogelzang'],
  };

  it.each(Object.entries(cast))('%s', async (_, [name, handle, ...forms]) => {
    const who = someone('naam', { name, handle });
    const cells =
      x.focal('Wij leggen het uit.') +
      says(who, 'Goed plan') +
      forms.map((form, index) => says(other, `Volgens mij heeft ${form} gelijk.`, `20400999999999990${index}0`)).join('');
    const { stored, gate, stoppedFiles, stripped } = await trip(x.page({ cells }), x.address, { own });
    const texts = stripped.reactions.map(({ text }) => text ?? '').join('\n');
    for (const form of [name, ...forms]) expect(texts.includes(form)).toBe(false);
    expect(scanContent(stored, 'stored', needlesOf(who))).toEqual([]);
    expect([gate.ok, stoppedFiles]).toEqual([true, []]);
    expect(stored).toContain('Wij leggen het uit.');
  });
});

describe('an innocent page', () => {
  const text =
    'Meer Info en Nieuws over de Zorg in de Media: zie het Bericht in de Post van de Gemeente Amsterdam en de Belastingdienst. ' +
    'De Tweede Kamer nam artikel 2:18 van de Algemene wet bestuursrecht aan. Een roos is wit, een mark is geen euro. ' +
    'De maan, de wolf en het winterweer: niets aan de hand. Context en content van het event staan in het corporate archief.';
  const ordinary = [
    'info',
    'nieuws',
    'zorg',
    'media',
    'bericht',
    'post',
    'context',
    'type',
    'import',
    'page',
    'content',
    'event',
    'views',
    'source',
    'body',
    'reactie',
    'naam',
    'html',
    'image',
    'corporate',
    'belastingdienst',
    'amsterdam',
    'archief',
  ];

  it.each([
    [
      'handles that are words',
      ordinary.map((handle, index) =>
        someone('woord', {
          handle,
          name: `Vogel${'abcdefghijklmnopqrstuvwxyz'[index]}kanarie`,
          id: `19007333333333333${10 + index}`,
          postId: `20400333333333333${10 + index}`,
          avatar: `Avx${index}y8z7w`,
        }),
      ),
    ],
    [
      'names that are words',
      ordinary.map((name, index) =>
        someone('woord', {
          name: name[0]!.toUpperCase() + name.slice(1),
          handle: `kanarie_${index}_kz`,
          id: `19007333333333333${10 + index}`,
          postId: `20400333333333333${10 + index}`,
          avatar: `Avx${index}y8z7w`,
        }),
      ),
    ],
    [
      'first names and surnames that are words',
      ['Roos', 'Bo', 'Mark', 'Jan', 'de Wit', 'Wolf', 'Maan de Wit', 'Mark Winter', 'Max', 'Bob'].map((name, index) =>
        someone('voornaam', {
          name,
          handle: `kanarie_${index}_kz`,
          id: `19007333333333333${10 + index}`,
          postId: `20400333333333333${10 + index}`,
          avatar: `Avx${index}y8z7w`,
        }),
      ),
    ],
    [
      'suggestions beside the post',
      ['Belastingdienst', 'Tweede Kamer', 'Gemeente Amsterdam', 'Rijkswaterstaat Verkeersinformatie', 'NOS'].map((name, index) =>
        someone('rail', {
          name,
          handle: ['belastingdienst', 'tweedekamer', 'amsterdam', 'rws_vm', 'nos'][index]!,
          id: `19007333333333333${10 + index}`,
        }),
      ),
    ],
  ])('with %s keeps its own text and its package', async (kind, cast) => {
    const isRail = kind.startsWith('suggestions');
    const cells = x.focal(text) + (isRail ? says(other, 'Dank') : cast.map((who) => says(who, 'Dank u wel')).join(''));
    const result = await trip(x.page({ cells, rail: isRail ? cast.map((who) => x.userCell(who)).join('') : '' }), x.address, {
      own,
    });
    expect(result.stripped.posts[0]?.text).toBe(text);
    expect(result.gate).toMatchObject({ ok: true });
    expect(result.stoppedFiles).toEqual([]);
  });
});
