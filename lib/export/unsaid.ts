import type { Receipt } from '../model/delivery.ts';
import type { Target } from './target.ts';

/** Shorter than this it would be found in anything. */
const shortestLogin = 4;

/**
 * T26: what a receiver calls things goes into our receipts and log. One that repeats a login there, by malice or in an error of its own,
 * does not get it in: it is cut out.
 */
export function withoutLogins(target: Target, given: ReadonlySet<string>): Target {
  const clean = (said: string): string => {
    const logins = [...given].filter(({ length }) => length >= shortestLogin);
    return logins.flatMap((login) => [login, encodeURIComponent(login)]).reduce((text, login) => text.replaceAll(login, '…'), said);
  };
  const cleaned = ({ where, id, version, ...rest }: Receipt): Receipt => ({
    ...rest,
    where: clean(where),
    ...(id !== undefined && { id: clean(id) }),
    ...(version !== undefined && { version: clean(version) }),
  });
  return {
    ...target,
    async find(parcel) {
      const found = await target.find(parcel);
      return found.at === 'same' ? { ...found, receipt: cleaned(found.receipt) } : found;
    },
    deliver: async (parcel, onProgress) => cleaned(await target.deliver(parcel, onProgress)),
  };
}
