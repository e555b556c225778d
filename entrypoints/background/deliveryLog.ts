/** What the log says of deliveries: who received what, where, when, and how that is certain (R25). */
import type { Delivery, DeliveryFile, Receipt } from '../../lib/model/delivery.ts';
import type { HandelingFields } from '../../lib/model/chain.ts';
import type { Handeling } from '../../lib/model/log.ts';
import { appendLog } from '../../lib/store/log.ts';
import { readPolicy } from '../../lib/store/settings.ts';

type Act = Pick<Handeling, 'actie' | 'object' | 'resultaat' | 'herkomst'>;

export async function lineOf(act: Act, toelichting: string): Promise<HandelingFields> {
  const { policy } = await readPolicy();
  return { ...act, actor: policy.actorRole, tijd: new Date().toISOString(), toelichting };
}

export function deliveredLine({ capture, targetName, files }: Delivery, target: string): Promise<HandelingFields> {
  const act = { actie: 'delivered', object: capture, resultaat: 'geslaagd', herkomst: 'worker' } as const;
  return lineOf(act, [`aan ${targetName} (${target})`, ...files.flatMap((file) => fileText(file))].join('; '));
}

/** Once when something first stands in the way, and when somebody has to do something; not at every attempt in between. */
export async function logProblem({ capture, targetName, state, attempts, problem }: Delivery): Promise<void> {
  if (!problem || (state === 'waiting' && attempts > 1)) return;
  const status = problem.status === undefined ? '' : `, antwoord ${problem.status}`;
  const next = state === 'waiting' ? 'wordt opnieuw geprobeerd' : 'wacht op een medewerker';
  const act = { actie: 'delivery-failed', object: capture, resultaat: 'mislukt', herkomst: 'worker' } as const;
  await appendLog(await lineOf(act, `aan ${targetName}: ${problem.code}${status}; ${next}`));
}

function fileText({ fileName, sha256, receipt }: DeliveryFile): string[] {
  return receipt ? [`${fileName}, ${receipt.bytes} bytes, SHA-256 ${sha256}`, placeText(receipt)] : [];
}

const certainties: Readonly<Record<Receipt['certainty'], string>> = {
  'read-back': 'teruggelezen en gelijk',
  checksum: 'controlegetal van de ontvanger gelijk',
  size: 'alleen de grootte is vergeleken',
};

const links = {
  linked: ', aan de zaak gekoppeld',
  'unknown-case': ', zaak niet gevonden',
  refused: ', koppeling aan de zaak geweigerd',
} as const;
const told = { kept: ', gegevens overgenomen', refused: ', gegevens niet overgenomen' } as const;

function placeText({ where, id, version, certainty, isFound, metadata, caseLink, isNewVersion }: Receipt): string {
  const number = id === undefined ? '' : `, kenmerk ${id}`;
  const edition = version === undefined ? '' : `, versie ${version}`;
  return `${where}${number}${edition}${isNewVersion ? ', nieuwe versie van hetzelfde document' : ''}, ${isFound ? 'stond er al, ' : ''}${certainties[certainty]}${metadata ? told[metadata] : ''}${caseLink ? links[caseLink] : ''}`;
}
