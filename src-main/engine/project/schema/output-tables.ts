import type { Generated } from 'kysely';

export interface IdentityFactTable {
  name: string;
  value: string;
}

export interface LogoTable {
  id: string;
  position: Generated<number>;
  name: Generated<string>;
  type: string;
  width: number;
  height: number;
  bytes: Uint8Array;
  added_at: string;
}

export interface SignatoryTable {
  id: string;
  position: Generated<number>;
  name: Generated<string>;
  title: Generated<string>;
  body: Generated<string>;
  use: Generated<string>;
}

export interface AnnexTable {
  id: string;
  position: Generated<number>;
  title: string;
  text: Generated<string>;
  use: Generated<string>;
}

export interface OutputProfileTable {
  id: string;
  kind: string;
  name: string;
  settings: string;
  position: Generated<number>;
}
