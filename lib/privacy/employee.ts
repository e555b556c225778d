/**
 * R19, P8: what a page says to whoever looks at it of their own acts ("Jij en 12 anderen", "Liked by you"). Not a name, and yet
 * of the employee. Only for lines of the page around a text: in a text somebody else says "jij".
 */
const you = '(?:jij|je|u|you|du|sie|vous|toi|tu|sen|siz)';
const others = '(?:\\d|anderen?\\b|others?\\b|weitere|autres?\\b|ki[sş]i|di[gğ]er)';
const acted = '(?:liked|loved|reposted|retweeted|boosted|shared|saved|recommended|favou?rited|reacted|voted|bookmarked)';
const done = '(?:leuk gevonden|gerepost|geretweet|gedeeld|geboost|opgeslagen|aanbevolen)';

/** Whole lines: a line of the page that a reader took for something else must not go for a word in it. */
const lines: readonly RegExp[] = [
  new RegExp(`^${you}\\b.{0,60}?\\b(?:en|and|und|et|ve)\\b.{0,40}?${others}`, 'u'),
  new RegExp(`^${acted} by you\\b`, 'u'),
  new RegExp(`^you(?:['’]ve| have)? ${acted}(?: this| it)?(?: post)?$`, 'u'),
  new RegExp(`^door (?:jou|u) ${done}`, 'u'),
  new RegExp(`^${done} door (?:jou|u)\\b`, 'u'),
  new RegExp(`^(?:jij|je|u) (?:hebt|heeft) (?:dit |het )?${done}`, 'u'),
  /^(?:jij|je|u) (?:vindt|vond) (?:dit|het) .{0,20}leuk$/u,
  /^(?:jij|je|u) (?:vindt|vond) (?:dit|het) leuk$/u,
  /^(?:dir|ihnen) gef[aä]llt das$|^du hast .{0,30}(?:geteilt|repostet|gespeichert)$/u,
  /^vous aimez|^(?:aimé|partagé|republié) par vous\b/u,
  /^(?:be[gğ]endin|payla[sş]t[iı]n|yeniden g[oö]nderdin)/u,
];

/** Such lines are short. */
const longest = 160;

export function isOfEmployee(line: string): boolean {
  const text = line.replace(/\s+/gu, ' ').trim().toLowerCase();
  return text !== '' && text.length <= longest && lines.some((pattern) => pattern.test(text));
}
