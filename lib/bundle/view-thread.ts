import { h } from './html.ts';
import type { Html, HtmlChild } from './html.ts';
import type { PostObject, ReactionsObject } from './layout.ts';
import type { ThreadEntry } from './thread.ts';
import { itemView } from './view-item.ts';
import type { ViewScene } from './view-item.ts';
import { textBlock } from './view-text.ts';

/** Deeper answers stay at this level: they say themselves what they answer, and the text keeps its width. */
const deepest = 5;

export function threadView({ name, thread, post }: ReactionsObject, scene: ViewScene): Html {
  const { entries } = thread;
  const replies = entries.filter(({ item }) => item.kind === 'antwoord-overheid').length;
  const ofGovernment = replies > 0 ? `, waarvan ${replies} ${replies === 1 ? 'antwoord' : 'antwoorden'} van de overheid` : '';
  const counted = `${entries.length} ${entries.length === 1 ? 'reactie' : 'reacties'}${ofGovernment}`;
  return h(
    'section',
    { id: name, 'aria-labelledby': `${name}-kop` },
    post && !scene.onPage.has(post.item.key) && context(post, scene),
    h('h2', { id: `${name}-kop` }, scene.capture.letter ? 'De brief, en waarop hij antwoordt' : counted),
    h('ol', { class: 'draad' }, branches(nest(entries), scene)),
  );
}

/** What they react to, with the way to its own view. */
function context({ item, name }: PostObject, { people }: ViewScene): Html {
  return h(
    'div',
    { class: 'bij' },
    h(
      'p',
      { class: 'meta' },
      'Reacties op het bericht van ',
      people.nameOf(item.author),
      ': ',
      h('a', { href: `../${name}/${name}-weergave.html` }, 'open het bericht'),
      '.',
    ),
    item.text ? textBlock(item.text, item.lang) : undefined,
  );
}

interface Branch {
  readonly entry: ThreadEntry;
  readonly answers: Branch[];
}

/** From a list with depths to lists in lists, at most `deepest` of them. */
function nest(entries: readonly ThreadEntry[]): Branch[] {
  const roots: Branch[] = [];
  const open: Branch[] = [];
  for (const entry of entries) {
    const branch: Branch = { entry, answers: [] };
    const level = Math.min(entry.depth, deepest, open.length);
    open.length = level;
    (open.at(-1)?.answers ?? roots).push(branch);
    open.push(branch);
  }
  return roots;
}

function branches(list: readonly Branch[], scene: ViewScene): HtmlChild {
  return list.map(({ entry, answers }) =>
    h('li', {}, itemView(entry.item, scene, 'h3'), answers.length > 0 && h('ol', {}, branches(answers, scene))),
  );
}
