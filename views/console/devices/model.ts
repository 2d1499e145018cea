import type { SharingProposal } from '../../../policies/sharing.ts';
import type { Moment, UsedWith, Where } from '../../model.ts';
import type { SaidEntry, Shell } from '../model.ts';

/** A machine in a list. */
export interface DeviceLine {
  readonly href: string;
  /** What an administrator calls it; else it is told by what it is. */
  readonly name: string | 'none';
  readonly usedWith: UsedWith;
  /** The last one first. */
  readonly people: readonly string[];
  readonly lastUsed: Moment | 'never';
  readonly where: Where;
  /** How many browsers of it are known. */
  readonly browsers: number;
  readonly shared: boolean;
  readonly stolen: boolean;
}

export type DevicesShown = 'all' | 'shared' | 'stolen';

/** « Appareils »: every machine that was seen here, the last used first. */
export interface DevicesPage {
  readonly shell: Shell;
  readonly filter: { readonly only: DevicesShown; readonly search: string };
  readonly counts: Readonly<Record<DevicesShown, number>>;
  readonly devices: readonly DeviceLine[];
  /** The machines after these, or none. */
  readonly nextHref: string | 'none';
  /** Whether these are the first ones, and where those are. */
  readonly firstHref: string | 'these';
}

export interface LinkedBrowser {
  readonly id: string;
  readonly usedWith: UsedWith;
  readonly lastUsed: Moment | 'never';
  /** What whoever looks is using now. */
  readonly own: boolean;
}

export interface DeviceUser {
  readonly personHref: string;
  readonly personName: string;
  readonly usedWith: UsedWith;
  readonly where: Where;
  readonly at: Moment;
}

/** What was just done, told once. */
export type DeviceDone =
  | { readonly kind: 'stale'; readonly entries: readonly SaidEntry[] }
  | {
      readonly kind:
        | 'described'
        | 'shared'
        | 'not-shared'
        | 'joined'
        | 'separated'
        | 'stolen'
        | 'found'
        | 'undone'
        | 'locks-out'
        | 'name-too-long'
        | 'nothing-chosen';
      readonly undoAction: string | 'none';
    };

/** What every form of a device's page carries: what it was when the page was made, and when that was. */
export interface ShownDevice {
  readonly shown: string;
  readonly since: number;
}

/** One machine: what it is, which browsers are its, who uses it. Its forms are posted to paths under `href`. */
export interface DevicePage {
  readonly shell: Shell;
  readonly href: string;
  readonly backHref: string;
  readonly done: DeviceDone | 'none';
  readonly shown: ShownDevice;
  readonly name: string | 'none';
  /** In the field: the name, or what was typed on a page that turned out to be stale. */
  readonly typedName: string;
  /** What it is, as it was recognised or as somebody said. */
  readonly usedWith: UsedWith;
  /** What somebody said that it is; `unknown`: nothing was said. */
  readonly saidKind: UsedWith['device'];
  readonly shared: boolean;
  readonly proposal: SharingProposal;
  readonly stolenAt: Moment | 'not-stolen';
  /** Whether whoever looks is using it at this very request. */
  readonly own: boolean;
  readonly browsers: readonly LinkedBrowser[];
  readonly users: readonly DeviceUser[];
  /** How many other people used it. */
  readonly moreUsers: number;
}

/** « C’est le même appareil »: which other machine it is. */
export interface JoinDevicePage {
  readonly shell: Shell;
  readonly href: string;
  readonly action: string;
  readonly shown: ShownDevice;
  readonly name: string | 'none';
  readonly usedWith: UsedWith;
  readonly search: string;
  readonly nothingChosen: boolean;
  /** The value of each says what it was, too. */
  readonly others: readonly { readonly value: string; readonly device: DeviceLine }[];
  readonly nextHref: string | 'none';
}

/** Before it is reported lost or stolen, or joined to one that was: what happens then. */
export interface LostDevicePage {
  readonly shell: Shell;
  readonly href: string;
  readonly action: string;
  readonly shown: ShownDevice;
  /** Posted again with the rest. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly why: 'report' | 'join';
  readonly name: string | 'none';
  readonly usedWith: UsedWith;
  /** She would be out with her next click. */
  readonly own: boolean;
  readonly people: readonly string[];
}
