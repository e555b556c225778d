/** What travels along so that the package can be understood without us: lists, schemas, context and notes. */
import { codeLists } from './codelists.ts';
import { flowText } from './flow.ts';
import pronom from './lists/pronom-selectie.json' with { type: 'json' };
import postSchema from './schemas/bericht.schema.json' with { type: 'json' };
import mdto from './standards/mdto-xsd.json' with { type: 'json' };
import context from './schemas/context.json' with { type: 'json' };
import profileSchema from './schemas/profiel.schema.json' with { type: 'json' };
import reactionsSchema from './schemas/reacties.schema.json' with { type: 'json' };

export interface DocumentationFile {
  readonly name: string;
  readonly text: string;
}

const notes = `Toelichting bij de bestanden van een veiligstelling
==================================================

Een veiligstelling is een MDTO-dossier. Elk bericht, de reacties op een bericht, het profiel, de
verantwoording en deze documentatie zijn archiefstukken: een map met een beschrijving <map>.mdto.xml.
Elk bestand heeft een eigen beschrijving <bestand>.bestand.mdto.xml met omvang, formaat (PRONOM) en
SHA-256.

Bestanden
---------
…-weergave.html    Leesbare weergave. Opent in elke browser, zonder internet en zonder programma. Bevat
                   geen scripts en haalt niets op. Koppelingen staan er als tekst in.
…-schermafbeelding.png
                   Een beeld van de weergave, in delen (-01, -02 …) waar zij lang is. Het is getekend van de
                   gepseudonimiseerde weergave en niet van de pagina zelf: wat daar niet in staat, kan er niet
                   op staan. Ontbreekt er een, of is de rest weggelaten, dan zegt de verantwoording dat.
…-gegevens.json    Dezelfde inhoud als gegevens: ActivityStreams 2.0 (JSON-LD). De termen die met vs:
                   beginnen staan in …-context.jsonld; de vorm staat in …-schema-bericht.json,
                   …-schema-reacties.json en …-schema-profiel.json (JSON Schema 2020-12).
…-overzicht.csv    De reacties als tabel voor een rekenblad (puntkomma's, UTF-8, elke regel één reactie). Een regeleinde
                   in een tekst staat er als ⏎; een cel die op een formule lijkt begint met een apostrof. De precieze
                   tekst staat in …-gegevens.json.
…-media-NN.*       Media van het eigen account, zoals het platform ze leverde; waar ingesloten
                   metagegevens zijn verwijderd staat dat in de gegevens (vs:verwijderdeMetagegevens), met
                   de hash van het bestand zoals het ontvangen is (vs:ontvangenSha256).
webarchief-….wacz  Webarchief (WACZ 1.1.1) met de weergave en de eigen media, voor wie webarchieven beheert; opent
                   onder meer in ReplayWeb.page. De WARC erin is niet ingepakt. De records zijn van soort
                   resource: ze bevatten wat de browser toonde, niet wat de server stuurde.
…-veiligstelling.json, …-handelingen.json, …-pseudonimisering.json
                   Verantwoording: hoe, volgens welk scenario, hoe volledig, wat is weggehaald en wie
                   (welke functie) wat wanneer deed.

…-bewijs.json, …-bewijsblad.html
                   Het zout en de hash van elk gegeven in de boom waarvan de wortel in merkle-sha256.txt staat, en
                   op één bladzijde wat het pakket bewijst en wat niet.
…-MDTO-XML1.0.1.xsd
                   Het schema van MDTO, onveranderd: Nationaal Archief, github.com/NationaalArchief/MDTO-XSD,
                   licentie CC BY-SA 4.0.

Termen van de gegevens
----------------------
vs:soort               bericht, herpublicatie, citaatbericht, antwoord-overheid, reactie, burgerbrief (alleen in
                       het pakket van die brief) of verwijzing (hier stond een burgerbrief)
vs:rol                 eigen (het veiliggestelde account), overheid (andere overheid), derde, schrijver (van
                       de burgerbrief), onbekend
vs:tekst               volledig, ingekort (door de pagina), afwezig (er is geen tekst), niet-gevonden,
                       doorgezonden (als burgerbrief; vs:zaaknummer zegt naar welke zaak)
vs:tijden              alle gevonden tijden: shown (letterlijk op de pagina), markup (in de code van de
                       pagina), fromId (berekend uit het kenmerk), fromApi (van het platform), edited
vs:tijdMethode         welke daarvan als published is gebruikt: api, markup of id
vs:bovenliggendMethode waaraan is gezien op welk bericht dit een antwoord is: markup, api, chain, position
vs:diepte              plaats in het gesprek; 0 antwoordt op het bericht zelf
vs:status              van een bijlage: aanwezig, ontbreekt, van-derde-niet-vastgelegd, tekst
vs:ingekort            de pagina toonde niet de hele tekst
vs:sleutel             de sleutel van het item in de vastlegging, waar die niet in het kenmerk past
vs:antwoordOpSleutel   hetzelfde, van dat waar het een antwoord op is
vs:httpStatus          het antwoord van de server op een bijlage die ontbreekt
vs:tellingen           aantallen zoals de pagina ze toonde; wie dat waren is niet vastgelegd

Pseudoniemen
------------
Derden heten Reageerder 1, 2, 3 … Eén persoon heeft binnen dit dossier één pseudoniem; in een ander
dossier een ander. De sleutel maakt geen deel uit van het pakket.

PNG en andere formaten
----------------------
De PRONOM-kenmerken zijn op inhoud bepaald. PNG: 1.2 met een iTXt-blok, 1.1 met iCCP, sRGB of sPLT, anders
1.0. JPEG: naar de JFIF- of Exif-versie; zonder bekende versie staat er geen kenmerk maar een omschrijving.
`;

export function documentationFiles(): DocumentationFile[] {
  return [
    { name: 'MDTO-XML1.0.1.xsd', text: mdto.xsd },
    { name: 'begrippenlijsten.json', text: json(codeLists) },
    { name: 'context.jsonld', text: json(context) },
    { name: 'pronom-selectie.json', text: json(pronom) },
    { name: 'schema-bericht.json', text: json(postSchema) },
    { name: 'schema-profiel.json', text: json(profileSchema) },
    { name: 'schema-reacties.json', text: json(reactionsSchema) },
    { name: 'stroom.txt', text: flowText() },
    { name: 'toelichting.txt', text: notes },
  ];
}

export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
