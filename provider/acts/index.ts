/** Everything that changes who may enter, each in one guarded transaction (design, section 5). */
export { type AccessChanged, changeAccess, undoAccess } from './access.ts';
export { type Moved, moveConnections, undoMove } from './arrows.ts';
export { type ActNeeds, type Actor, type Changed, change, Stale } from './change.ts';
export {
  type DeviceChanged,
  describeDevice,
  fingerprintOf,
  knowDevice,
  reportFound,
  reportStolen,
} from './devices.ts';
export { joinDevices, separateBrowser } from './linked-browsers.ts';
export { closePadlock, openPadlock, type PadlockChanged, recloseDuePadlocks } from './padlock.ts';
export { addPlaceAct, removePlaceAct } from './places.ts';
export { type Rehearsal, rehearseClosing } from './rehearse.ts';
export { endRule, writeRule } from './rules.ts';
export { undoDevice } from './undo-device.ts';
