import type { MachineKind } from './recognition.ts';

/** How long a use counts for whether several people share a device. */
export const sharingLooksBackDays = 30;
const people = 3;

/** Why a device would be marked shared; an administrator decides. */
export type SharingProposal = 'several-people' | 'tablet' | 'none';

/** Proposed for tablets, and when three people used it in 30 days (design, section 4). */
export function proposeSharing(device: {
  readonly kind: MachineKind | 'unknown';
  readonly shared: boolean;
  /** How many people used it in the last 30 days. */
  readonly people: number;
}): SharingProposal {
  if (device.shared) return 'none';
  if (device.people >= people) return 'several-people';
  return device.kind === 'tablet' ? 'tablet' : 'none';
}
