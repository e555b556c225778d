/** Invented people, each made for one place in a page, so that a hit names the hole it came through. */
import type { Needle } from '../scan.ts';

export interface Someone {
  readonly name: string;
  readonly handle: string;
  readonly id: string;
  readonly avatar: string;
  /** Of one post by this person. */
  readonly postId: string;
}

/** `hole`: letters only; it becomes part of the name, the account and the ids. */
export function someone(hole: string, some: Partial<Someone> = {}): Someone {
  const number = Array.from(hole).reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 1_000_003, 7);
  return {
    name: `Tjalle Kanarie${hole}`,
    handle: `tj_${hole}_kz`,
    id: `19007${String(number).padStart(14, '4')}`,
    avatar: `Av${hole}9f3c7e`,
    postId: `20400${String(number + 17).padStart(14, '8')}`,
    ...some,
  };
}

/** The whole name, its last word, the account, the ids and the picture. */
export function needlesOf(who: Someone): Needle[] {
  const last = who.name.split(' ').at(-1) ?? '';
  const values: [Needle['kind'], string][] = [
    ['name', who.name],
    ...(last.startsWith('Kanarie') ? [['name', last] as [Needle['kind'], string]] : []),
    ['handle', who.handle],
    ['id', who.id],
    ['id', who.postId],
    ['avatar', who.avatar],
  ];
  return values.map(([kind, value]) => ({ whose: who.handle, kind, value }));
}
