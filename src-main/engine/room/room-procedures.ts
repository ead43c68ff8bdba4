import { openProjectOf, procedures } from '../procedures.ts';

const room = procedures.room;

export const roomProcedures = room.router({
  // The way in for more co-facilitators is the lead's to give.
  state: room.state.handler(({ context }) => {
    const state = context.services.room.state();
    return context.door.kind === 'co-facilitator' ? { ...state, coCode: '' } : state;
  }),
  interfaces: room.interfaces.handler(({ context }) => context.services.room.interfaces()),
  setSettings: room.setSettings.handler(({ context, input }) => {
    context.services.room.setSettings(input);
    return context.services.room.state();
  }),
  open: room.open.handler(async ({ context, input }) => {
    await context.services.room.open(input.workshopId);
    return context.services.room.state();
  }),
  close: room.close.handler(({ context }) => {
    context.services.room.close();
    return context.services.room.state();
  }),
  newCode: room.newCode.handler(({ context }) => {
    context.services.room.desk.newCode();
    return context.services.room.state();
  }),
  devices: room.devices.handler(({ context }) => context.services.room.desk.devices()),
  removeDevice: room.removeDevice.handler(({ context, input }) => {
    openProjectOf(context);
    context.services.room.desk.removeDevice(input.id, { withAnswers: input.withAnswers });
  }),
  setWall: room.setWall.handler(({ context, input }) => {
    context.services.room.desk.setWall(input);
    return context.services.room.state();
  }),
  openToCoFacilitators: room.openToCoFacilitators.handler(async ({ context }) => {
    await context.services.room.openToCoFacilitators();
    return context.services.room.state();
  }),
  closeToCoFacilitators: room.closeToCoFacilitators.handler(({ context }) => {
    context.services.room.closeToCoFacilitators();
    return context.services.room.state();
  }),
  coFacilitators: room.coFacilitators.handler(({ context }) => context.services.room.coFacilitators.list()),
  removeCoFacilitator: room.removeCoFacilitator.handler(({ context, input }) => context.services.room.coFacilitators.remove(input.id)),
});
