/** A1–A7: where a page says who somebody is. */
import type { Position } from '../row.ts';

export const peoplePositions: readonly Position[] = [
  {
    id: 'A1',
    what: 'naam, accountnaam en embleem van de schrijver',
    kind: 'structured',
    plant: ({ who }, { text }) => ({ by: who, text: text('Een reactie.') }),
  },
  {
    id: 'A2',
    what: 'in de tekst: los, vermeld, als trefwoord, ondertekend',
    kind: 'named',
    plant: ({ who }, { text, mention }) => ({
      text: `${text(`${who.name} heeft gelijk, zegt `)}${mention(who)}${text(` ook. #${tagOf(who.name)} Groet, ${who.name}`)}`,
    }),
  },
  {
    id: 'A2-vast',
    what: 'naam tegen andere letters aan',
    kind: 'named',
    words: 'more',
    plant: ({ who: { name } }, { text }) => ({ text: text(`Dat is ikben${name.toLowerCase()}hoor gezegd.`) }),
  },
  {
    id: 'A3',
    what: 'naam over elementen en tekstknopen verdeeld',
    kind: 'named',
    plant: ({ who }) => {
      const middle = Math.max(1, Math.floor(who.name.length / 2));
      const [one, two] = [who.name.slice(0, middle), who.name.slice(middle)];
      return { text: `<span>Wat </span><b>${one}</b><i>${two}</i><span> zegt. </span><span>${one}<!-- -->${two}</span>` };
    },
  },
  {
    id: 'A3-alinea',
    what: 'accountnaam over twee alinea’s',
    kind: 'named',
    plant: ({ who: { handle } }) => {
      const middle = Math.floor(handle.length / 2);
      return handle.length < 9 ? {} : { text: `<p>Zie ${handle.slice(0, middle)}</p><p>${handle.slice(middle)} ook.</p>` };
    },
  },
  {
    id: 'A4',
    what: 'antwoordregel, vastgezet door, vond dit leuk',
    kind: 'structured',
    plant: ({ who }, { other, link, context }) => ({
      by: other,
      replyTo: [who],
      context: context(who, 'vond dit leuk'),
      item: `<div dir="ltr">Als antwoord op ${link(who, `@${who.handle}`)}</div><div>Vastgezet door ${link(who, who.name)}</div>`,
    }),
  },
  {
    id: 'A5',
    what: 'lijst van wie iets leuk vond, stemde, keek of typt',
    kind: 'named',
    plant: ({ who }, { link }) => ({
      item: `<div aria-label="Leuk gevonden door ${who.name}">${link(who, who.name)} en 12 anderen</div><ul><li>${link(who, who.name)} stemde</li></ul><div aria-live="polite">${who.name} is aan het typen</div>`,
    }),
  },
  {
    id: 'A6',
    what: 'geciteerd, herplaatst of ingevoegd bericht van een derde',
    kind: 'structured',
    plant: ({ who }, { other, quote }) => ({
      by: other,
      item: `${quote(who, 'Mijn mening')}<blockquote cite="https://x.com/${who.handle}/status/${who.postId}">Wat een dag</blockquote>`,
    }),
  },
  {
    id: 'A6-getagd',
    what: 'wie er op de foto staat',
    kind: 'structured',
    plant: ({ who }, { link, tagged }) => ({
      item: `${tagged(who)}<div>${link(who, who.name)}</div>`,
    }),
  },
  {
    id: 'A7',
    what: 'kaart van een koppeling: titel, site en schrijver',
    kind: 'named',
    plant: ({ who }, { card }) => ({
      head: `<meta property="og:article:author" content="${who.name}">`,
      item: card(`https://${tagOf(who.handle)}.example/1`, `${who.handle}.example`, `${who.name} schrijft`),
    }),
  },
];

/** Letters and digits of a name, as in a hashtag. */
function tagOf(name: string): string {
  return name.replace(/[^\p{L}\p{N}_]/gu, '');
}
