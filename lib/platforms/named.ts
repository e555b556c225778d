/** Names and account names in what a page says in passing: a label, a tooltip, a comment in its source, data of a program. */
import { isControlText, oneLine } from './text.ts';

/** A sentence rather than a label: what it says is what somebody wrote. */
const longestLabel = 120;
const longestName = 80;
const mostWords = 5;

const part = "\\p{Lu}[\\p{L}\\p{M}\\p{N}'’-]+";
const between = "(?:van|von|de|der|den|het|ten|ter|te|in|op|bij|el|al|la|le|du|da|dos|bin|ibn|’t|'t|’s|'s)";
const several = new RegExp(`(?<![\\p{L}\\p{N}])${part}(?:\\s+(?:${between}\\s+){0,3}${part})+`, 'gu');
const afterParticle = new RegExp(`\\s${between}\\s+(?=\\p{Lu})`, 'u');
const account = /(?<![\w.@])@([A-Za-z0-9][\w.-]{2,60}[A-Za-z0-9])/g;

export interface Named {
  readonly names: readonly string[];
  readonly handles: readonly string[];
}

/** Words with capitals one after the other, and what stands behind an @. */
export function namedIn(label: string): Named {
  if (label.length > longestLabel) return { names: [], handles: [] };
  const text = oneLine(label);
  return {
    names: [...text.matchAll(several)].flatMap(([found]) => readings(found.replace(/['’]s$/u, ''))).filter(isName),
    handles: [...text.matchAll(account)].map(([, handle = '']) => handle),
  };
}

/** "Foto van Fenna Kanarie", "Fenna Kanarie op Instagram": also what comes after and before the first small word. */
function readings(found: string): string[] {
  const cut = afterParticle.exec(found);
  return cut ? [found, found.slice(cut.index + cut[0].length), found.slice(0, cut.index)] : [found];
}

function isName(text: string): boolean {
  const words = text.split(' ');
  return words.length > 1 && words.length <= mostWords && text.length <= longestName && !isControlText(text);
}

const value = String.raw`\s*:\s*"([^"{}<>]{2,160})"`;
const near = '[^{}]{0,400}?';
const person = '"(?:author|owner|user|actor|creator|commenter|from|member|sender|person|profile|account|liker|byArtist)"';
const ofPerson = '"(?:__typename|@type)"\\s*:\\s*"(?:User|Person)"';
const names = [
  `"(?:full_?name|display_?name|nick_?name|author_?name|actor_?name)"${value}`,
  `${person}\\s*:\\s*(?:\\[\\s*)?\\{${near}"name"${value}`,
  `${ofPerson}${near}"name"${value}`,
  `"name"${value}${near}${ofPerson}`,
  `"(?:authorText|author|ownerText|shortBylineText)"\\s*:\\s*\\{\\s*"(?:simpleText|runs"\\s*:\\s*\\[\\s*\\{\\s*"text)"${value}`,
].map((pattern) => new RegExp(pattern, 'gi'));
const twoNames = new RegExp(`"(?:first|given)_?name"${value}${near}"(?:last|family)_?name"${value}`, 'gi');
const handles = new RegExp(
  `"(?:user_?name|screen_?name|acct|unique_?id|public_?identifier|vanity_?name|preferredUsername|alternateName|additionalName|handle)"${value}`,
  'gi',
);

/** Fields of accounts in the data of a program, whatever stands around them: JSON, JSON in a string, the argument of a call. */
export function namedInData(data: string): Named {
  const text = data.replace(/\\+"/g, '"');
  const all = (pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, ...found]) => plain(found.join(' ')));
  return {
    names: [...names, twoNames].flatMap(all).filter((name) => name.length <= longestName && /\p{L}{2}/u.test(name)),
    handles: all(handles).filter((handle) => /^@?[\p{L}\p{N}][\p{L}\p{N}_.@-]{1,100}$/u.test(handle)),
  };
}

/** `\u00eb`, also of a string in a string. */
const plain = (text: string): string =>
  oneLine(text.replace(/\\+u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))));
