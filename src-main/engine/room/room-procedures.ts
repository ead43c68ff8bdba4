import type { RoomState } from '#shared/domain/room.ts';
import { openProjectOf, procedures } from '../procedures.ts';
import type { EngineContext } from '../services.ts';

const room = procedures.room;

export const roomProcedures = room.router({
  state: room.state.handler(({ context }) => stateFor(context)),
  interfaces: room.interfaces.handler(({ context }) => context.services.room.interfaces()),
  setSettings: room.setSettings.handler(({ context, input }) => {
    context.services.room.setSettings(input);
    return stateFor(context);
  }),
  open: room.open.handler(async ({ context, input }) => {
    await context.services.room.open(input.workshopId);
    return stateFor(context);
  }),
  close: room.close.handler(({ context }) => {
    context.services.room.close();
    return stateFor(context);
  }),
  newCode: room.newCode.handler(({ context }) => {
    context.services.room.desk.newCode();
    return stateFor(context);
  }),
  devices: room.devices.handler(({ context }) => context.services.room.desk.devices()),
  removeDevice: room.removeDevice.handler(({ context, input }) => {
    openProjectOf(context);
    context.services.room.desk.removeDevice(input.id, { withAnswers: input.withAnswers });
  }),
  setWall: room.setWall.handler(({ context, input }) => {
    context.services.room.desk.setWall(input);
    return stateFor(context);
  }),
  openToCoFacilitators: room.openToCoFacilitators.handler(async ({ context }) => {
    await context.services.room.openToCoFacilitators();
    return stateFor(context);
  }),
  closeToCoFacilitators: room.closeToCoFacilitators.handler(({ context }) => {
    context.services.room.closeToCoFacilitators();
    return stateFor(context);
  }),
  coFacilitators: room.coFacilitators.handler(({ context }) => context.services.room.coFacilitators.list()),
  removeCoFacilitator: room.removeCoFacilitator.handler(({ context, input }) => context.services.room.coFacilitators.remove(input.id)),
});

/** The way in for more co-facilitators is the lead's to give. */
function stateFor({ services, door }: EngineContext): RoomState {
  const state = services.room.state();
  return door.kind === 'co-facilitator' ? { ...state, coCode: '', isHelper: true } : state;
}
