import type { Capture } from '../model/capture.ts';
import { mdtoTerm, term } from './codelists.ts';
import { instant } from './dates.ts';
import type { MdtoEvent } from './mdto.ts';
import { actor } from './parties.ts';
import { amount } from './titles.ts';

/** What every object of a package went through: captured, pseudonymised, exported. */
export function commonEvents(capture: Capture, now: string): MdtoEvent[] {
  return [captured(capture), pseudonymised(capture), exported(capture, now)];
}

export function exported(capture: Capture, now: string): MdtoEvent {
  return { type: mdtoTerm('event', 'Export'), tijd: now, actor: actor(capture) };
}

function captured(capture: Capture): MdtoEvent {
  const { state, reached } = capture.completeness;
  return {
    type: mdtoTerm('event', 'Opname'),
    tijd: timeOr(capture.clock.ended),
    actor: actor(capture),
    resultaat: `Veiliggesteld met ${capture.software}. ${state}. ${reached}`,
  };
}

function pseudonymised(capture: Capture): MdtoEvent {
  const result = `${amount(capture.thirdParties, 'pseudoniem', 'pseudoniemen')} toegekend; ${amount(
    capture.ledger.reduce((sum, line) => sum + line.count, 0),
    'vervanging',
    'vervangingen',
  )}. De sleutel maakt geen deel uit van het pakket. Volledigheid: ${capture.completeness.state}.`;
  return {
    type: term('event', 'pseudonimisering'),
    tijd: timeOr(capture.clock.stripped),
    actor: actor(capture),
    resultaat: result,
  };
}

/** Our own clock always writes an instant; if it does not, that is a bug and the schema says so. */
function timeOr(text: string): string {
  return instant(text) ?? text;
}
