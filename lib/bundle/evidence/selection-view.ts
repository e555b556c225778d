/** The chosen records for people: made of the proven texts and nothing else. */
import { dutchTime, instant } from '../dates.ts';
import { documentHead, h, htmlDocument } from '../html.ts';
import type { Html } from '../html.ts';
import { isObject } from './leaves.ts';
import { sheetLook } from './sheet-look.ts';

export function selectionView(id: string, records: readonly { readonly place: string; readonly text: string }[]): string {
  return htmlDocument(
    h(
      'html',
      { lang: 'nl' },
      documentHead(`Deelbewijs uit ${id}`, sheetLook),
      h(
        'body',
        {},
        h(
          'main',
          {},
          h('p', { class: 'boven' }, 'Deelbewijs: een selectie uit een archiefpakket'),
          h('h1', {}, id),
          h(
            'p',
            { class: 'inleiding' },
            'Van elk gegeven hieronder is te bewijzen dat het zo in het ondertekende pakket stond. Wat is weggelaten, blijft onbekend.',
          ),
          records.map(section),
        ),
      ),
    ),
  );
}

function section({ place, text }: { readonly place: string; readonly text: string }): Html {
  const told = recordSummary(text);
  return h(
    'section',
    {},
    h('h2', {}, `${told.author} · ${told.when}`),
    h('p', { class: 'tekst' }, told.content ?? '[De tekst is niet gevonden.]'),
    h('p', { class: 'voet' }, place),
  );
}

export interface RecordSummary {
  readonly author: string;
  readonly when: string;
  readonly content?: string;
}

/** Who, when and what a record says, as far as it tells. */
export function recordSummary(text: string): RecordSummary {
  const value: unknown = JSON.parse(text);
  const record = isObject(value) ? value : {};
  const author = isObject(record['attributedTo']) ? record['attributedTo']['name'] : record['name'];
  const published = instant(typeof record['published'] === 'string' ? record['published'] : undefined);
  const content = record['content'] ?? record['summary'];
  return {
    author: typeof author === 'string' ? author : 'Onbekende auteur',
    when: published ? dutchTime(published) : 'tijdstip onbekend',
    ...(typeof content === 'string' && { content }),
  };
}
