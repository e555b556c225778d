/** D14: one line of the handelingenlog, BIO2's six fields plus the chain. No citizen's data, no secrets. */
export interface Handeling {
  readonly seq: number;
  readonly actie: HandelingActie;
  /** What it was done to: a capture id, a file name of ours, a setting's name. */
  readonly object: string;
  readonly resultaat: 'geslaagd' | 'geweigerd' | 'mislukt' | 'onvolledig';
  /** Part of the extension it came from. */
  readonly herkomst: string;
  /** A role, never a name. */
  readonly actor: string;
  /** ISO 8601 UTC. */
  readonly tijd: string;
  readonly toelichting?: string;
  /** SHA-256 (hex) of the previous line's `hash`, `''` for the first. */
  readonly vorige: string;
  /** SHA-256 (hex) over the canonical JSON of all the above. */
  readonly hash: string;
}
export type HandelingActie =
  | 'capture-started'
  | 'capture-refused'
  | 'capture-failed'
  | 'stripped'
  | 'gate-stopped'
  | 'reviewed'
  | 'letter-referred'
  | 'sealed'
  | 'exported'
  | 'delivery-asked'
  | 'delivered'
  | 'delivery-failed'
  | 'delivery-checked'
  | 'cleared'
  | 'deleted'
  | 'key-made'
  | 'key-renewed'
  | 'stamped'
  | 'replaced'
  | 'withdrawn'
  | 'escrow-saved'
  | 'escrow-opened'
  | 'taken-along' // everything that was nowhere else, in one file
  | 'data-lost' // F11: the database was gone while there had been data
  | 'policy-changed'
  | 'run-started'
  | 'run-ended';
