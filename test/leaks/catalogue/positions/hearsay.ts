/** Only one odd place of the page says who somebody is; another names that person in small letters. */
import type { Identity, Position } from '../row.ts';

const json = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

function only(id: string, what: string, place: (identity: Identity) => { head?: string; bodyEnd?: string }): Position {
  return {
    id,
    what: `${what}; een ander noemt de naam, in kleine letters`,
    kind: 'structured',
    words: 'capitals',
    plant: (identity, { text }) => ({
      ...place(identity),
      text: text(`net zoals ${identity.who.name.toLowerCase()} eerder zei.`),
    }),
  };
}

export const hearsayPositions: readonly Position[] = [
  only('A5-zwevend', 'zwevende tekst: wie het leuk vindt', ({ who: { name } }) => ({
    bodyEnd: `<div role="tooltip">${name} en 12 anderen vinden dit leuk</div>`,
  })),
  only('A9-tekst', 'alleen een label voor voorlezen', ({ who: { name } }) => ({
    bodyEnd: `<button aria-label="Reactie van ${name} leuk vinden"></button>`,
  })),
  only('A11-tekst', 'alleen een kenmerk van een element, met JSON', ({ who: { name, handle } }) => ({
    bodyEnd: `<div data-user='${json({ username: handle, full_name: name }).replaceAll("'", '&#39;')}'></div>`,
  })),
  only('A22-genest', 'alleen gegevens in een aanroep, als tekst in tekst', ({ who: { name, handle } }) => ({
    head: `<script>self.__f.push([1,${json(`x:${json({ user: { pk: '1', username: handle, full_name: name } })}`)}])</script>`,
  })),
  only('A22-maker', 'alleen gegevens met een naam bij de schrijver', ({ who: { name } }) => ({
    head: `<script type="application/json">${json({ comments: [{ author: { kind: 'mens', name }, text: 'x' }] })}</script>`,
  })),
  only('A24-tekst', 'alleen commentaar in de bron', ({ who: { name } }) => ({ bodyEnd: `<!-- door ${name} -->` })),
  only('A25-tekst', 'alleen de kop van de pagina', ({ who: { name } }) => ({ head: `<meta name="author" content="${name}">` })),
  only('A28-keuze', 'alleen een keuze in een lijst', ({ who: { name } }) => ({
    bodyEnd: `<select><option>${name}</option></select>`,
  })),
];
