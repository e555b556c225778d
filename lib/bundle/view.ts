/** D12: the readable view. Self-contained, no scripts, nothing fetched; opens offline in any browser, without us. */
import { maxInlineBytes } from './dataUri.ts';
import type { Capture, MediaRecord } from '../model/capture.ts';
import { platformNames } from '../model/platform.ts';
import { unknownOrganisation } from './parties.ts';
import { dossierName, objectName } from './titles.ts';
import { dutchTime } from './dates.ts';
import { documentHead, h, htmlDocument } from './html.ts';
import type { Html, HtmlChild } from './html.ts';
import { letterFacts } from './letter.ts';
import { layoutOf } from './layout.ts';
import type { Layout, PackageObject, PostObject, ProfileObject, ReactionsObject } from './layout.ts';
import { actSentence, completenessSentences, completenessTitles, scenarioTitles } from './sentences.ts';
import { threadView } from './view-thread.ts';
import { fragmentView, styleRules } from './view-fragment.ts';
import { itemView } from './view-item.ts';
import type { ViewScene } from './view-item.ts';
import { look } from './view-look.ts';
import { mediaView } from './view-media.ts';
import type { MediaSource } from './view-media.ts';
import { textBlock } from './view-text.ts';

export type ViewedObject = PostObject | ReactionsObject | ProfileObject;

/**
 * The whole capture (`all`) or one object of it by its name in the package.
 * `mediaData` gives a `data:` address for a stored file, or '' when there is none to show.
 */
export function renderView(capture: Capture, part: 'all' | (string & {}), mediaData: (sha256: string) => string): string {
  const layout = layoutOf(capture);
  const source: MediaSource = { picture: ({ sha256 }) => pictureOnly(mediaData(sha256)), file: () => undefined };
  const objects = viewed(layout).filter((object) => part === 'all' || object.name === part);
  return page(capture, layout, objects, source);
}

/** One object's view as it lies in the package. */
export function objectView(capture: Capture, layout: Layout, object: ViewedObject, source: MediaSource): string {
  return page(capture, layout, [object], source);
}

/** Kept pictures an object's view can show, so that the bytes can be at hand before it is drawn; portraits first. */
export function picturesOf(capture: Capture, object: ViewedObject): readonly MediaRecord[] {
  const avatars = [
    capture.profile?.avatar,
    ...capture.people.map((person) => (person.role === 'derde' ? undefined : person.portrait)),
  ];
  const inThread =
    object.kind === 'reactions'
      ? object.thread.entries.flatMap(({ item }) => [...item.media, ...(item.quote?.media ?? [])])
      : object.media;
  return [...avatars.flatMap((avatar) => avatar ?? []), ...inThread].filter(
    (record) => record.state === 'kept' && record.bytes <= maxInlineBytes,
  );
}

function viewed(layout: Layout): ViewedObject[] {
  return [...(layout.profile ? [layout.profile] : []), ...layout.posts, ...layout.reactions];
}

function page(capture: Capture, layout: Layout, objects: readonly ViewedObject[], media: MediaSource): string {
  const threads = objects.filter(({ kind }) => kind === 'reactions');
  // a reply that stands in a thread on this page is not shown a second time on its own
  const inThread = new Set(
    threads.flatMap((object) => (object.kind === 'reactions' ? object.thread.entries.map(({ item }) => item) : [])),
  );
  const shown = objects.filter((object) => object.kind !== 'post' || !inThread.has(object.item));
  const items = [...shown.flatMap((object) => (object.kind === 'post' ? [object.item] : [])), ...inThread];
  const scene: ViewScene = { capture, people: layout.people, media, onPage: new Map(items.map((item) => [item.key, item])) };
  const [only] = shown.length === 1 ? shown : [];
  const title = only ? objectName(capture, only) : dossierName(capture);
  const fragments = [
    ...items.flatMap((item) => item.fragment ?? []),
    ...shown.flatMap((object) => (object.kind === 'profile' ? (object.profile.fragment ?? []) : [])),
  ];
  return htmlDocument(
    h(
      'html',
      { lang: 'nl' },
      documentHead(title, look + styleRules(fragments, capture.styles), noReferrer),
      h(
        'body',
        {},
        h(
          'div',
          { class: 'blad' },
          h('a', { class: 'sla-over', href: '#inhoud' }, 'Naar de inhoud'),
          top(capture, title),
          h(
            'main',
            { id: 'inhoud' },
            verdict(capture),
            shown.map((object) => section(object, scene)),
          ),
          foot(capture, only),
        ),
      ),
    ),
  );
}

const noReferrer = h('meta', { name: 'referrer', content: 'no-referrer' });

function top(capture: Capture, title: string): Html {
  const { account, choice, clock, organisation } = capture;
  const facts: readonly (readonly [string, HtmlChild])[] = [
    [
      'Account',
      [`@${account.handle}`, account.holder && account.holder !== organisation.name ? ` (${account.holder})` : undefined],
    ],
    ['Platform', `${platformNames[capture.platform]}, ${capture.host}`],
    ['Organisatie', organisation.name || unknownOrganisation],
    ['Vastgelegd', h('time', { datetime: clock.ended }, dutchTime(clock.ended))],
    ['Scenario', scenarioTitles[choice.scenario]],
    ['Kenmerk', capture.id],
    ...letterFacts(capture),
    ...(choice.capacity === undefined ? [] : [['Hoedanigheid', choice.capacity] as const]),
  ];
  return h(
    'header',
    { class: 'kop' },
    h('p', { class: 'boven' }, 'Veiliggestelde overheidsinformatie · leesbare weergave'),
    h('h1', {}, title),
    h(
      'dl',
      { class: 'feiten' },
      facts.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
    ),
  );
}

/** R23: what was meant, what was reached and what is missing, before anything else. */
function verdict({ completeness }: Capture): Html {
  const reasons = completenessSentences(completeness);
  const mark = { OK: 'oordeel', TEKORT: 'oordeel tekort', ONVOLLEDIG: 'oordeel onvolledig' }[completeness.state];
  return h(
    'section',
    { class: mark, 'aria-labelledby': 'volledigheid' },
    h(
      'h2',
      { id: 'volledigheid' },
      h('span', { class: 'stempel' }, completeness.state),
      ' ',
      h('span', {}, completenessTitles[completeness.state]),
    ),
    reasons.length > 0 &&
      h(
        'ul',
        {},
        reasons.map((sentence) => h('li', {}, sentence)),
      ),
    h('p', {}, h('strong', {}, 'Doel: '), completeness.goal),
    h('p', {}, h('strong', {}, 'Bereikt: '), completeness.reached),
  );
}

function section(object: ViewedObject, scene: ViewScene): Html {
  if (object.kind === 'profile') return profileView(object, scene);
  if (object.kind === 'post') return itemView(object.item, scene, 'h2');
  return threadView(object, scene);
}

function profileView({ profile, name }: ProfileObject, scene: ViewScene): Html {
  const counts = [
    ['Volgers', profile.followers],
    ['Volgend', profile.following],
    ['Berichten', profile.postCount],
  ] as const;
  const facts = [
    ...profile.fields.map(({ label, value }) => [label, value] as const),
    ...counts,
    ['Afgeschermd', yesNo(profile.isProtected)],
    ['Geverifieerd', yesNo(profile.isVerified)],
  ] as const;
  const pictures = [profile.avatar, profile.banner].flatMap((record) => record ?? []);
  return h(
    'section',
    { class: 'item eigen', id: name, 'aria-labelledby': `${name}-kop` },
    h('h2', { id: `${name}-kop`, class: 'naam' }, `Profiel: ${scene.people.nameOf(profile.account)}`),
    profile.fragment
      ? fragmentView(profile.fragment, {
          styles: scene.capture.styles,
          labels: scene.people.labels,
          media: () => undefined,
          isPicture: () => false,
          avatar: () => h('span', {}),
        })
      : profile.description === undefined
        ? undefined
        : textBlock(profile.description),
    h(
      'dl',
      { class: 'velden' },
      facts.flatMap(([label, value]) => (value === undefined ? [] : [h('div', {}, h('dt', {}, label), h('dd', {}, value))])),
    ),
    profile.links.length > 0 &&
      h(
        'div',
        { class: 'onder' },
        h('p', {}, 'Koppelingen op het profiel:'),
        h(
          'ul',
          {},
          profile.links.map((link) => h('li', {}, link)),
        ),
      ),
    pictures.map((record) => mediaView(record, scene.media)),
  );
}

function yesNo(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? 'ja' : 'nee';
}

function foot(capture: Capture, object: PackageObject | undefined): Html {
  const file = object ? `${object.name}-weergave.html` : undefined;
  return h(
    'footer',
    { class: 'voet' },
    h('p', {}, actSentence),
    h(
      'p',
      {},
      'Vastgelegd is wat de browser van een medewerker op dat moment toonde. ',
      capture.letter ? 'De schrijver van de brief staat er met naam in; alle anderen zijn ' : 'Derden zijn ',
      h('span', { class: 'pseudoniem' }, 'gepseudonimiseerd'),
      ' voordat er iets is opgeslagen; dat is niet hetzelfde als anoniem. Koppelingen staan er als tekst in: deze weergave haalt niets op.',
    ),
    h(
      'p',
      {},
      file ? `De SHA-256 van dit bestand (${file}) staat in manifest-sha256.txt en in ${file}.bestand.mdto.xml. ` : undefined,
      `Gemaakt met ${capture.software}.`,
    ),
  );
}

/** Only what an `img` of ours may hold. */
function pictureOnly(address: string): string {
  return /^data:image\/(?:png|jpeg|gif|webp);base64,/.test(address) ? address : '';
}
