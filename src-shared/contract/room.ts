import { z } from 'zod';
import { idSchema } from '../domain/ids.ts';
import { coFacilitatorSchema, networkInterfaceSchema, roomDeviceSchema, roomSettingsPatchSchema, roomStateSchema, wallPatchSchema } from '../domain/room.ts';
import { procedure } from './refusal.ts';

/** The room on the local network: opened and closed by the facilitator's own doors only, never by a co-facilitator. */
export const roomContract = {
  state: procedure.output(roomStateSchema),
  interfaces: procedure.output(z.array(networkInterfaceSchema)),
  setSettings: procedure.input(roomSettingsPatchSchema).output(roomStateSchema),
  /** Answers once the listener is open or has failed; refused as `room/...`. */
  open: procedure.input(z.object({ workshopId: idSchema })).output(roomStateSchema),
  close: procedure.output(roomStateSchema),
  /** A new join code at once; phones that are in stay in. */
  newCode: procedure.output(roomStateSchema),
  devices: procedure.output(z.array(roomDeviceSchema)),
  /** Shuts a phone out; `withAnswers` also takes its answers out of every count (they stay in the file). */
  removeDevice: procedure.input(z.object({ id: idSchema, withAnswers: z.boolean().default(false) })).output(z.void()),
  setWall: procedure.input(wallPatchSchema).output(roomStateSchema),
  openToCoFacilitators: procedure.output(roomStateSchema),
  closeToCoFacilitators: procedure.output(roomStateSchema),
  coFacilitators: procedure.output(z.array(coFacilitatorSchema)),
  removeCoFacilitator: procedure.input(z.object({ id: z.string() })).output(z.void()),
};
