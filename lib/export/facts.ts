import { dossierName } from '../bundle/titles.ts';
import type { Capture } from '../model/capture.ts';
import { platformNames } from '../model/platform.ts';
import type { Facts } from '../model/target.ts';

/** What a receiver may be told of a package beside its bytes: of ourselves only. Of a citizen's letter not even the address of the page. */
export function factsOf(capture: Capture): Facts {
  const { account, appraisal, letter, clock } = capture;
  const { retention, entry } = appraisal;
  return {
    identificatie: capture.id,
    naam: dossierName(capture),
    organisatie: capture.organisation.name,
    platform: platformNames[capture.platform],
    account: account.handle,
    scenario: capture.choice.scenario,
    soort: letter ? 'Burgerbrief' : 'Veiligstelling',
    waardering: appraisal.value,
    volledigheid: capture.completeness.state,
    vastgelegd: clock.ended,
    jaar: clock.ended.slice(0, 4),
    maand: clock.ended.slice(5, 7),
    ...(retention !== undefined && { bewaartermijn: retention }),
    ...(entry && { selectielijst: entry.code }),
    ...(letter?.caseNumber !== undefined && { zaaknummer: letter.caseNumber }),
    ...(!letter && { adres: capture.url, omschrijving: descriptionOf(capture) }),
  };
}

function descriptionOf({ posts, reactions, choice, thirdParties }: Capture): string {
  const people = thirdParties > 0 ? `, derden gepseudonimiseerd: ${thirdParties}` : '';
  return `Scenario ${choice.scenario}: ${posts.length} bericht(en), ${reactions.length} reactie(s)${people}.`;
}
