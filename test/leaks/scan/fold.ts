/** One way of looking at text, written apart from the product's own (S3). */

/** Letters of other alphabets that look Latin. */
const lookalikes = new Map(
  [
    ...'аaвbеeзzіiјjкkмmнhоoрpсcтtуyхxѕsԁdԛqԝwһhӏl'.matchAll(/(.)(.)/gu),
    ...'αaβbεeηnιiκkνvοoρpτtυuχxωwγyϲcϳj'.matchAll(/(.)(.)/gu),
    ...'ıiøołlđdðdħhŧtŋnɑaɡgɩi'.matchAll(/(.)(.)/gu),
    ...'ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz'.matchAll(/(.)(.)/gu),
  ].map(([, from = '', to = '']) => [from, to]),
);
const apart = /[’‘‚‛ʼʻ′`´＇]/gu;
/** Marks, and whatever takes no room: soft hyphen, joiners, bidi controls, variation selectors, tags. */
const nothing = /[\p{M}\p{Cf}\u115F\u1160\u3164\uFFA0]/gu;

export function fold(text: string): string {
  if (/^[ -~\n]*$/.test(text)) return text.toLowerCase().replace(/\s+/g, ' ');
  return text
    .normalize('NFKD')
    .replace(nothing, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(nothing, '')
    .replace(apart, "'")
    .replace(/[^\p{ASCII}]/gu, (char) => lookalikes.get(char) ?? char)
    .replace(/\s+/gu, ' ');
}

export interface Squashed {
  readonly text: string;
  /** Where each character stood in the folded text. */
  readonly places: Int32Array;
}

/** Letters and digits alone: "f.e.n.n.a", "fenna_k" and "fenna k" become one. */
export function squash(folded: string): Squashed {
  const places = new Int32Array(folded.length);
  const kept = new Uint16Array(folded.length);
  let length = 0;
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at);
    if (words[code] !== 1) continue;
    places[length] = at;
    kept[length] = code;
    length += 1;
  }
  return { text: decoder.decode(kept.subarray(0, length)), places };
}

/** Every machine that runs these tests has the small end first. */
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

const words = new Uint8Array(65_536);
for (let code = 0; code < 65_536; code++) if (/[\p{L}\p{N}]/u.test(String.fromCharCode(code))) words[code] = 1;

export function isWord(text: string, at: number): boolean {
  return at >= 0 && at < text.length && words[text.charCodeAt(at)] === 1;
}
