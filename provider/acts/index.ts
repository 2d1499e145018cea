/** Everything that changes who may enter, each in one guarded transaction (design, section 5). */
export { type AccessChanged, changeAccess, undoAccess } from './access.ts';
export { type AreaLine, type Areas, createAreaOf, listedFor, readAreas, shownOf } from './areas.ts';
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
export { letEveryoneIn } from './everyone-here.ts';
export { fingerprint } from './fingerprint.ts';
export { entersOnceClosed } from './guard.ts';
export { joinDevices, separateBrowser } from './linked-browsers.ts';
export { closePadlock, openPadlock, type PadlockChanged, recloseDuePadlocks } from './padlock.ts';
export { type AreasMoved, moveAreas } from './place-arrows.ts';
export {
  fingerprintOfPlace,
  type Growth,
  growthOf,
  redrawPlace,
  undoPlaceChange,
} from './place-change.ts';
export { fingerprintOfEnded, forgetPlace, writePlace } from './places.ts';
export { type Rehearsal, rehearseClosing } from './rehearse.ts';
export { type RuleRehearsal, rehearseRule } from './rehearse-rule.ts';
export { changeRule, endRule, type RuleWritten, writeRule } from './rules.ts';
export { undoDevice } from './undo-device.ts';
export { undoPlaces } from './undo-places.ts';
export { undoRule } from './undo-rule.ts';
