/** A receiver of every kind under a name of its own, to send the same packages to from one browser: real where one can be had. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import type { Facts, TargetSetting } from '../../lib/model/target.ts';
import { hasCmislib, hasOpenCmis, startOpenCmis } from '../peers/cmis.ts';
import { startDocumenten, versions } from '../peers/documenten.ts';
import { frontOf } from '../peers/front.ts';
import type { Tls } from '../peers/front.ts';
import { startGraph } from '../peers/graph.ts';
import { isMissing } from '../peers/peer.ts';
import { hasApache, hasWsgidav, startApache, startWsgidav } from '../peers/webdav.ts';
import type { WebdavPeer } from '../peers/webdav.ts';

/** What a receiver has, by its own word or as its files lie there. */
export interface Kept {
  readonly name: string;
  readonly sha256: string;
  readonly metadata?: Readonly<Record<string, unknown>>;
}

export interface Place {
  readonly setting: TargetSetting;
  readonly secret: string;
  readonly hosts: readonly { readonly host: string; readonly port: number }[];
  /** Everything that stands there now. */
  records(): Promise<Kept[]>;
  /** What it should know of a package, beside its bytes. */
  metadata(facts: Facts): Readonly<Record<string, unknown>>;
  /** What was not as its specification says. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

const domain = 'voorbeeld.example';
/** In namespaces of others and ours, with a letter beyond ASCII and signs that XML must hide. */
const deadProperties = [
  { property: 'scenario', fact: 'scenario' },
  { property: '{http://purl.org/dc/terms/}title', fact: 'naam' },
  { property: 'opmerking', value: 'Van één koppeling <&> "proef"' },
] as const;

/** `largest`: of the packages, in bytes. */
export async function everyPlace(tls: Tls, largest: number): Promise<Place[]> {
  const [first, second] = Object.entries(versions);
  const cmis = isMissing('OpenCMIS en cmislib', hasOpenCmis && hasCmislib) ? [] : await cmisPlaces(tls, largest);
  const others = await Promise.all([
    ...(isMissing('Apache httpd met mod_dav', hasApache) ? [] : [webdavPlace('apache', 'Apache', startApache(), tls)]),
    ...(isMissing('WsgiDAV', hasWsgidav) ? [] : [webdavPlace('wsgidav', 'WsgiDAV', startWsgidav(), tls)]),
    ...(first && second ? [documentenPlace('zgw14', first, tls, largest), documentenPlace('zgw15', second, tls, largest)] : []),

    graphPlace(tls),
  ]);
  return [...others, ...cmis];
}

const hashOfFile = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

export function filesIn(folder: string): Kept[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  return names.map((name) => ({ name, sha256: hashOfFile(join(folder, name)) }));
}

async function webdavPlace(id: string, name: string, starting: Promise<WebdavPeer>, tls: Tls): Promise<Place> {
  const peer = await starting;
  const front = await frontOf(peer.url, tls);
  const host = `${id}.${domain}`;
  return {
    setting: {
      kind: 'webdav',
      id,
      name,
      url: `https://${host}${new URL(peer.url).pathname}`,
      user: peer.user,
      folder: 'Sociale media/{jaar}',
      properties: [...deadProperties],
    },
    secret: peer.password,
    hosts: [{ host, port: front.port }],
    records: () =>
      Promise.all(
        filesIn(join(peer.folder, 'Sociale media/2026')).map(async (file) => ({
          ...file,
          metadata: await deadPropertiesOf(peer, file.name),
        })),
      ),
    metadata: ({ scenario, naam }) => ({ scenario, title: naam, opmerking: deadProperties[2].value }),
    faults: [],
    close: () => closed(front, peer),
  };
}

/** Asked of the server itself, past the front. */
async function deadPropertiesOf(peer: WebdavPeer, name: string): Promise<Record<string, string>> {
  const login = Buffer.from(`${peer.user}:${peer.password}`).toString('base64');
  const answer = await fetch(`${peer.url}/Sociale%20media/2026/${name}`, {
    method: 'PROPFIND',
    headers: { authorization: `Basic ${login}`, depth: '0' },
  });
  const { document } = new JSDOM(await answer.text(), { contentType: 'text/xml' }).window;
  const named = deadProperties.map(({ property }) => property.replace(/^\{.*\}/, ''));
  return Object.fromEntries(named.map((local) => [local, document.getElementsByTagNameNS('*', local)[0]?.textContent ?? '']));
}

async function documentenPlace(id: string, [version, file]: [string, string], tls: Tls, largest: number): Promise<Place> {
  const peer = await startDocumenten(file, Math.max(13_000, Math.ceil(largest / 10)));
  const front = await frontOf(peer.url, tls);
  const host = `${id}.${domain}`;
  return {
    setting: {
      kind: 'documenten-api',
      id,
      name: `Documenten API ${version}`,
      url: `https://${host}${new URL(peer.url).pathname}`,
      clientId: peer.clientId,
      source: '123456782',
      documentType: `https://${host}${new URL(peer.documentType).pathname}`,
      properties: [
        { property: 'beschrijving', fact: 'adres' },
        { property: 'vertrouwelijkheidaanduiding', value: 'intern' },
        { property: 'trefwoorden', value: 'sociale media, veiligstelling' },
      ],
    },
    secret: peer.secret,
    hosts: [{ host, port: front.port }],
    records: async () => peer.all().map(({ name, sha256, facts }) => ({ name, sha256, metadata: facts })),
    metadata: ({ naam, organisatie, adres, vastgelegd }) => ({
      titel: naam,
      auteur: organisatie,
      beschrijving: adres,
      vertrouwelijkheidaanduiding: 'intern',
      trefwoorden: ['sociale media', 'veiligstelling'],
      creatiedatum: vastgelegd?.slice(0, 10),
    }),
    faults: peer.faults,
    close: () => closed(front, peer),
  };
}

/** One repository by both its bindings. */
async function cmisPlaces(tls: Tls, largest: number): Promise<Place[]> {
  const peer = await startOpenCmis(Math.max(400, Math.ceil((largest / 1e6) * 24)));
  const front = await frontOf(peer.url, tls);
  const host = `cmis.${domain}`;
  return (['browser', 'atom'] as const).map((binding): Place => ({
    setting: {
      kind: 'cmis',
      id: `cmis-${binding}`,
      name: `CMIS, ${binding} (OpenCMIS)`,
      url: `https://${host}/${binding}`,
      user: peer.user,
      folder: `Sociale media ${binding}/{jaar}`,
      objectType: 'ComplexType',
      properties: [
        { property: 'StringProp', fact: 'identificatie' },
        { property: 'DateTimeProp', fact: 'vastgelegd' },
      ],
    },
    secret: peer.password,
    hosts: [{ host, port: front.port }],
    records: async () =>
      peer.read(`/Sociale media ${binding}/2026`).map(({ name, sha256, properties }) => ({
        name,
        sha256,
        metadata: {
          ...properties,
          DateTimeProp: new Date(
            String(properties['DateTimeProp'])
              .replace(/(\+00:00)?$/, 'Z')
              .replace(' ', 'T'),
          ).toISOString(),
        },
      })),
    metadata: ({ identificatie, vastgelegd }) => ({ StringProp: identificatie, DateTimeProp: vastgelegd }),
    faults: [],
    close: async () => (binding === 'browser' ? closed(front, peer) : undefined), // one repository
  }));
}

const pieces = 'voorbeeld.sharepoint.com';

async function graphPlace(tls: Tls): Promise<Place> {
  const token = 'toegang-van-de-proef';
  const peer = await startGraph(token, `https://${pieces}`);
  const [drive, uploads] = await Promise.all([frontOf(peer.url, tls), frontOf(peer.uploads, tls)]);
  const host = `graph.${domain}`;
  return {
    setting: {
      kind: 'graph',
      id: 'm365',
      name: 'Graph',
      url: `https://${host}${new URL(peer.url).pathname}`,
      tenant: 'voorbeeld.example',
      clientId: 'app-1',
      folder: 'Sociale media/{jaar}',
      properties: [
        { property: 'Scenario', fact: 'scenario' },
        { property: 'Selectielijst', fact: 'selectielijst' },
      ],
    },
    secret: JSON.stringify({ access: token, until: Date.now() + 86_400_000 }),
    hosts: [
      { host, port: drive.port },
      { host: pieces, port: uploads.port },
    ],
    records: async () =>
      [...peer.items].map(([path, content]) => ({
        metadata: peer.fields.get(path) ?? {},
        name: path.split('/').at(-1) ?? '',
        sha256: createHash('sha256').update(content).digest('hex'),
      })),
    metadata: ({ scenario, selectielijst }) => ({ Scenario: scenario, Selectielijst: selectielijst }),
    faults: peer.faults,
    close: () => closed(drive, uploads, peer),
  };
}

async function closed(...open: readonly { close(): Promise<void> }[]): Promise<void> {
  for (const one of open) await one.close();
}
