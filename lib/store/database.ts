import { Dexie } from 'dexie';
import type { EntityTable } from 'dexie';
import type { Delivery } from '../model/delivery.ts';
import type { EscrowFile } from '../model/escrow.ts';
import type { PublicKey } from '../model/evidence.ts';
import { Failure } from '../model/failure.ts';
import type { CaptureSummary } from '../model/job.ts';
import type { Handeling } from '../model/log.ts';
import type { Run } from '../model/run.ts';
import type { Wrapper } from '../model/target.ts';

/** D12: the same package in another wrapper: names in `blobs`. */
export interface WrappedRow {
  readonly fileName: string;
  readonly zip: string;
  readonly bytes: number;
  readonly pakbon: string;
}

/** A work-list line plus where its content stands: `content` and `media` are SHA-256 names in `blobs`. */
export interface CaptureRow extends CaptureSummary {
  readonly content: string;
  readonly media: readonly string[];
  /** What was signed, and the stamps that came after sealing: names in `blobs`. */
  readonly tagmanifest?: string;
  readonly lateStamps?: readonly string[];
  /** The sealed package and its pakbon, once there are: names in `blobs`. */
  readonly sealed?: string;
  readonly pakbon?: string;
  readonly wrapped?: Readonly<Partial<Record<Wrapper, WrappedRow>>>;
  /** F19: one package per key, here and at the receiver. */
  readonly idempotencyKey: string;
}

/** Bytes under their own hash (D11): written once, checked when read. */
export interface StoredBlob {
  readonly sha256: string;
  readonly mime: string;
  readonly blob: Blob;
}

export interface MetaRow {
  readonly key: string;
  readonly value: string | number;
}

/** R18: sealed to the organisation's key; kept apart from the capture. */
export interface EscrowRow {
  readonly id: string;
  readonly file: EscrowFile;
}

/** D14: the installation's keys, one in use. The secret half cannot be exported, and goes when the key is renewed. */
export interface KeyRow extends PublicKey {
  readonly privateKey?: CryptoKey;
  /** 1 while it is the key in use. */
  readonly inUse: 0 | 1;
}

export interface VeiligstellerDatabase extends Dexie {
  captures: EntityTable<CaptureRow, 'id'>;
  blobs: EntityTable<StoredBlob, 'sha256'>;
  log: EntityTable<Handeling, 'seq'>;
  meta: EntityTable<MetaRow, 'key'>;
  escrow: EntityTable<EscrowRow, 'id'>;
  keys: EntityTable<KeyRow, 'fingerprint'>;
  deliveries: EntityTable<Delivery, 'id'>;
  runs: EntityTable<Run, 'id'>;
}

let opened: VeiligstellerDatabase | undefined;

/** The one database. Strict durability: what was acknowledged survives a power cut (D11). Only stripped data gets here (D3). */
export function database(): VeiligstellerDatabase {
  opened ??= open();
  return opened;
}

/** Ends the connection; the next question makes a new one. */
export function closeDatabase(): void {
  opened?.close();
  opened = undefined;
}

function open(): VeiligstellerDatabase {
  const db = new Dexie('veiligsteller', {
    chromeTransactionDurability: 'strict',
    indexedDB: upToNow,
    IDBKeyRange,
  }) as VeiligstellerDatabase; // the tables are declared on the next lines
  db.version(1).stores({ captures: 'id, state, capturedAt, &idempotencyKey', blobs: 'sha256', log: 'seq, object', meta: 'key' });
  db.version(2).stores({ escrow: 'id' });
  db.version(3).stores({ keys: 'fingerprint, inUse' });
  db.version(4).stores({ deliveries: 'id, capture, state' });
  db.version(5).stores({ captures: 'id, state, capturedAt, &idempotencyKey, [platform+postId]', runs: 'id, state' });
  return db;
}

/**
 * F12: what a later version wrote is not ours to read as if it were. Dexie then asks for it without a number, and would add what it
 * misses: it does not get it.
 */
const upToNow = {
  open(name: string, version?: number): IDBOpenDBRequest {
    if (version === undefined) throw new Failure('newer-data');
    return indexedDB.open(name, version);
  },
  deleteDatabase: (name: string): IDBOpenDBRequest => indexedDB.deleteDatabase(name),
  databases: (): Promise<IDBDatabaseInfo[]> => indexedDB.databases(),
};
