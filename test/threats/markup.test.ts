/** T1, T2: whatever somebody writes, the view shows it as text, and stays the same when it is parsed again. Everybody is invented. */
import { existsSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { csv } from '../../lib/bundle/csv.ts';
import { safeName } from '../../lib/bundle/names.ts';
import { renderView } from '../../lib/bundle/view.ts';
import { captureB, item, ownPost } from '../lib/bundle/sample.ts';

const corpus = '../shared/data/dompurify-fixtures/expect.json';
const isThere = existsSync(corpus);
if (!isThere) console.warn(`OVERGESLAGEN: ${corpus} is er niet; alleen de eigen proefteksten`);

/** Ways out of text that are known, with nestings that change when they are parsed again (mXSS). */
const own = [
  '<img src=x onerror=alert(1)>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template>',
  '<select><style></select><img src=x onerror=alert(1)></style>',
  '<form><form id=body><input name=querySelector>',
  '</style></title></textarea></xmp><script>alert(1)</script>',
  '<a href="javascript:alert(1)">x</a>',
  '" autofocus onfocus=alert(1) x="',
  '\u0000<scr\u0000ipt>alert(1)</script>',
  '<!--><img src=x onerror=alert(1)>-->',
];
const payloads = [
  ...own,
  ...(isThere ? (JSON.parse(readFileSync(corpus, 'utf8')) as { payload: string }[]).map(({ payload }) => payload) : []),
];

const view = async () => {
  const [picture] = (await ownPost()).media;
  if (picture?.state !== 'kept') throw new Error('the sample has no picture');
  return renderView(
    await captureB({
      posts: [
        await ownPost({
          text: payloads.join('\n'),
          hashtags: payloads.slice(0, 50),
          contentWarning: payloads.join(' '),
          media: payloads.map((alt) => ({ ...picture, alt })),
          fragment: { tag: 'div', children: payloads },
        }),
      ],
      reactions: payloads.map((text, n) => item(`reactie-${n + 1}`, { author: 'reageerder-1', text })),
    }),
    'all',
    () => 'data:image/png;base64,AAAA',
  );
};

const parse = (html: string): string => new JSDOM(html).window.document.documentElement.outerHTML;
const dangerous = 'script,iframe,object,embed,link,base,svg,math,form,input,template,noscript,video,audio,select,textarea';

describe('what somebody writes', () => {
  it('is shown by the view as text and nothing else (T1)', async () => {
    const ran: number[] = [];
    const { window } = new JSDOM(await view(), {
      runScripts: 'dangerously',
      beforeParse: (page) => void (page.alert = () => ran.push(1)),
    });
    const { document } = window;
    expect(document.querySelectorAll(dangerous)).toHaveLength(0);
    const attributes = [...document.querySelectorAll('*')].flatMap((element) => element.getAttributeNames());
    expect(attributes.filter((name) => /^on|^style$|^srcset$|^formaction$/.test(name))).toEqual([]);
    const addresses = [...document.querySelectorAll('[src],[href]')].map(
      (one) => one.getAttribute('src') ?? one.getAttribute('href') ?? '',
    );
    expect(addresses.filter((address) => !/^(?:#|data:image\/png;|https:)/.test(address))).toEqual([]);
    expect(document.body.textContent).toContain('<img src=x onerror=alert(1)>');
    expect(ran).toEqual([]);
  });

  it('is the same tree however often it is written out and parsed again (T2)', async () => {
    const second = parse(await view());
    expect(parse(second)).toBe(second);
    expect(parse(parse(second))).toBe(second);
  });

  it('makes no file name, no row and no formula (T1, T17, T18)', () => {
    for (const text of payloads) {
      expect(safeName(text)).toMatch(/^[^<>:"/\\|?*#&\p{Cc}\p{Cf}]*$/u);
      expect(csv([[text]]).split('\r\n')).toHaveLength(2);
    }
  });
});
