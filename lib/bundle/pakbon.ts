import type { Capture } from '../model/capture.ts';
import { unknownOrganisation } from './parties.ts';
import { dossierName } from './titles.ts';
import { withAttributes, xml, xmlDocument } from './xml.ts';

export interface Delivery {
  readonly fileName: string;
  readonly sha256: string;
  readonly now: string;
  readonly objects: number;
  /** Files that are no MDTO description, and their bytes. */
  readonly files: number;
  readonly bytes: number;
}

/** The delivery slip that lies beside the zip: it holds the zip's hash, so it cannot be inside. */
export function pakbonXml(capture: Capture, delivery: Delivery): string {
  const { organisation, account, completeness } = capture;
  return xmlDocument(
    withAttributes(
      xml(
        'pakbon',
        xml('identificatie', capture.id),
        xml('titel', dossierName(capture)),
        xml('doelsysteem', xml('locatie', account.series ?? '(te bepalen door de ontvangende partij)')),
        xml(
          'sip',
          xml('bestandsnaam', delivery.fileName),
          withAttributes(xml('hashcode', delivery.sha256), { algoritme: 'SHA-256' }),
          xml('aangemaakt', delivery.now),
        ),
        xml(
          'organisatie',
          xml('naam', organisation.name || unknownOrganisation),
          organisation.tooi !== undefined &&
            organisation.tooi !== '' &&
            withAttributes(xml('identificatie', organisation.tooi), { bron: 'TOOI' }),
        ),
        xml('contactpersoon', xml('functie', organisation.contactRole), xml('email', organisation.contactEmail)),
        xml(
          'aantallen',
          xml('informatieobjecten', String(delivery.objects)),
          xml('bestanden', String(delivery.files)),
          xml('bestandenZonderMdto', String(delivery.files)),
          xml('omvangInBytes', String(delivery.bytes)),
        ),
        xml('bijzonderheden', `Veiliggesteld, nog niet gearchiveerd. Volledigheid: ${completeness.state}. ${completeness.reached}`),
      ),
      { xmlns: 'urn:nl:veiligsteller:pakbon:1.0' },
    ),
  );
}
