import { z } from 'zod';
import { idSchema, lineSchema } from './ids.ts';

/** An address of this laptop that phones may reach. `hotspot`: the laptop makes the network itself. */
export const networkInterfaceSchema = z.object({
  name: z.string(),
  address: z.string(),
  kind: z.enum(['wifi', 'cable', 'hotspot', 'other', 'loopback']),
  isLikely: z.boolean(),
});
export type NetworkInterface = z.infer<typeof networkInterfaceSchema>;

/** Of this machine, not of the project: the next room is opened the same way. */
export const roomSettingsSchema = z.object({
  /** Empty: the likeliest. */
  address: z.string().max(64).default(''),
  port: z.int().min(1_024).max(65_535).default(8_080),
  wifiName: lineSchema.default(''),
  /** Empty: an open network. Stays on this machine. */
  wifiPassword: lineSchema.default(''),
  isOwnHotspot: z.boolean().default(false),
  /** What phones are asked on the way in; all optional for participants. */
  asks: z.array(z.enum(['group', 'gender', 'ageBand', 'area', 'standing'])).default(['group']),
});
export type RoomSettings = z.infer<typeof roomSettingsSchema>;
/** Some of the settings; what is not named stays as it is, and is not set back to its default. */
export const roomSettingsPatchSchema = z
  .object({
    address: z.string().max(64),
    port: z.int().min(1_024).max(65_535),
    wifiName: lineSchema,
    wifiPassword: lineSchema,
    isOwnHotspot: z.boolean(),
    asks: roomSettingsSchema.shape.asks.removeDefault(),
  })
  .partial();

export const roomDeviceSchema = z.object({
  id: idSchema,
  /** Number shown to the facilitator and on the phone, in order of joining: no name is asked. */
  number: z.int(),
  groupId: idSchema.nullable(),
  language: z.string(),
  joinedAt: z.string(),
  /** Null: not since the engine started. */
  lastSeenAt: z.string().nullable(),
  isRemoved: z.boolean(),
});
export type RoomDevice = z.infer<typeof roomDeviceSchema>;

export const coFacilitatorSchema = z.object({ id: z.string(), name: z.string(), joinedAt: z.string(), isConnected: z.boolean() });
export type CoFacilitator = z.infer<typeof coFacilitatorSchema>;

/** What the wall shows. `black` = nothing. */
export const wallViewSchema = z.object({
  mode: z.enum(['black', 'join', 'timer', 'ballot', 'result', 'statements', 'message']),
  ballotId: idSchema.nullable().default(null),
  message: lineSchema.default(''),
  /** Which part of a result: 0 the whole, then by group, then the sentence. */
  step: z.int().min(0).default(0),
});
export type WallView = z.infer<typeof wallViewSchema>;
/** Some of the view; what is not named stays on the wall. */
export const wallPatchSchema = z
  .object({ mode: wallViewSchema.shape.mode, ballotId: idSchema.nullable(), message: lineSchema, step: z.int().min(0) })
  .partial();

/** A listener of the room, as it stands: what was asked for, and what came of it. */
export const listenerSchema = z.object({
  state: z.enum(['closed', 'opening', 'open', 'failed']),
  address: z.string(),
  port: z.int(),
  /** `http://192.168.1.4:8080`, empty while it is not open. */
  url: z.string(),
  /** Why it failed: `port-in-use`, `address-gone`, `not-allowed`, `no-network`, `other`. */
  problem: z.string(),
});
export type Listener = z.infer<typeof listenerSchema>;

export const roomStateSchema = z.object({
  /** Null: the room is closed. */
  workshopId: idSchema.nullable(),
  openedAt: z.string().nullable(),
  participants: listenerSchema,
  /** Six digits; empty while closed. */
  code: z.string(),
  /** When the code changes by itself. */
  codeUntil: z.string().nullable(),
  coFacilitators: listenerSchema,
  coCode: z.string(),
  joined: z.int(),
  /** Seen within the last half minute. */
  connected: z.int(),
  wall: wallViewSchema,
  settings: roomSettingsSchema,
  /** Set for whoever asks as a co-facilitator: opening, closing and showing out are the lead's. */
  isHelper: z.boolean().optional(),
});
export type RoomState = z.infer<typeof roomStateSchema>;
