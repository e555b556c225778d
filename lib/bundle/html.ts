/** A small HTML builder: the only way text gets into a view. Everything is escaped; there is no way to pass raw markup. */
import { legalText } from './xml.ts';

/** Finished markup; only this file makes it. */
export class Html {
  readonly #markup: string;
  private constructor(markup: string) {
    this.#markup = markup;
  }
  toString(): string {
    return this.#markup;
  }
  /** @internal for the builder below */
  static made(markup: string): Html {
    return new Html(markup);
  }
}
export type HtmlChild = Html | string | number | undefined | false | readonly HtmlChild[];
export type Attributes = Readonly<Partial<Record<AttributeName, string | undefined | false>>>;
/** No event attributes, no style, no srcset: what is not here cannot be written. */
type AttributeName =
  | 'class'
  | 'id'
  | 'lang'
  | 'dir'
  | 'href'
  | 'src'
  | 'alt'
  | 'datetime'
  | 'role'
  | 'aria-label'
  | 'aria-labelledby'
  | 'aria-hidden'
  | 'open'
  | 'width'
  | 'height'
  | 'loading'
  | 'charset'
  | 'name'
  | 'content'
  | 'http-equiv'
  | 'start'
  | 'scope';

type VoidTag = 'br' | 'hr' | 'img' | 'meta';
const voidTags: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'meta'] satisfies VoidTag[]);
type Tag =
  | VoidTag
  | `h${1 | 2 | 3 | 4}`
  | 'a'
  | 'article'
  | 'aside'
  | 'b'
  | 'bdi'
  | 'blockquote'
  | 'body'
  | 'code'
  | 'dd'
  | 'details'
  | 'div'
  | 'dl'
  | 'dt'
  | 'em'
  | 'figcaption'
  | 'figure'
  | 'footer'
  | 'head'
  | 'header'
  | 'html'
  | 'i'
  | 'li'
  | 'main'
  | 'nav'
  | 'ol'
  | 'p'
  | 'pre'
  | 's'
  | 'section'
  | 'span'
  | 'strong'
  | 'summary'
  | 'table'
  | 'tbody'
  | 'td'
  | 'th'
  | 'thead'
  | 'time'
  | 'title'
  | 'tr'
  | 'u'
  | 'ul';
export type HtmlTag = Tag;

export function h(tag: Tag, attributes: Attributes, ...children: readonly HtmlChild[]): Html {
  const start = `<${tag}${Object.entries(attributes).map(attribute).join('')}>`;
  return Html.made(voidTags.has(tag) ? start : `${start}${write(children)}</${tag}>`);
}

export function many(...children: readonly HtmlChild[]): Html {
  return Html.made(write(children));
}

/** The page's own style sheet. Takes no page values: `rules` come from our own file and from validated fragment styles. */
export function styleSheet(rules: string): Html {
  if (/[<\\]|url\(|@import|expression/i.test(rules))
    throw new RangeError('a style sheet of ours holds something that may load or end it');
  return Html.made(`<style>${rules}</style>`);
}

/** Of every document of ours: nothing is loaded, and no script runs. `more`: what this one says besides. */
export function documentHead(title: string, rules: string, ...more: readonly Html[]): Html {
  return h(
    'head',
    {},
    h('meta', { charset: 'utf-8' }),
    h('meta', { 'http-equiv': 'Content-Security-Policy', content: "default-src 'none'; img-src data:; style-src 'unsafe-inline'" }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    more,
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('title', {}, title),
    styleSheet(rules),
  );
}

export function htmlDocument(root: Html): string {
  return `<!DOCTYPE html>\n${root.toString()}\n`;
}

function attribute([name, value]: [string, string | undefined | false]): string {
  if (value === undefined || value === false) return '';
  if ((name === 'href' || name === 'src') && !isLocal(value)) throw new RangeError(`${name} of a view points outside the package`);
  return ` ${name}="${escape(value)}"`;
}

/** A picture in the file itself, a place on the page, or a file of this package. */
function isLocal(address: string): boolean {
  return (
    /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]*$/.test(address) ||
    /^(?:#[A-Za-z0-9._-]+|(?:\.\.\/)?[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)?)$/.test(address)
  );
}

function write(child: HtmlChild): string {
  if (child === undefined || child === false) return '';
  if (typeof child === 'string') return escape(child);
  if (typeof child === 'number') return String(child);
  return child instanceof Html ? child.toString() : child.map(write).join('');
}

/** A parser turns every carriage return into a line feed: written so at once, the page is the same however often it is parsed (T2). */
function escape(text: string): string {
  return legalText(text)
    .replace(/\r\n?/g, '\n')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
