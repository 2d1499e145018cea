import {
  type ApplicationId,
  type BrowserId,
  type Country,
  type DeviceId,
  type Network,
  type NetworkRange,
  type PlaceId,
  type Region,
  type RuleId,
  type ScheduleText,
  type Unknown,
  type UserId,
  unknown,
} from './facts.ts';
import { toNetwork } from './networks.ts';
import { parseRange, type Range } from './ranges.ts';
import { type Family, families, type MachineKind, machineKinds } from './recognition.ts';
import { compileSchedule, parseSchedule, type WeekSpan } from './schedules.ts';

/**
 * Every condition that is present must hold; without any: everyone, with anything, from anywhere, at any hour.
 * They are as they were stored. What cannot be read, once compiled, is as good as unknown: it opens nothing, and
 * a refusal that says it asks.
 */
export interface Conditions {
  readonly userId?: UserId;
  readonly role?: string;
  readonly applicationId?: ApplicationId;
  readonly deviceId?: DeviceId;
  readonly browserId?: BrowserId;
  readonly deviceKind?: MachineKind;
  readonly browserFamily?: Family;
  readonly placeId?: PlaceId;
  readonly network?: Network | NetworkRange;
  readonly region?: Region;
  readonly country?: Country;
  /** On the clock of the organization's wall. */
  readonly schedule?: ScheduleText;
}

/** One authorization or refusal. Instants are milliseconds UTC; `validFrom` is included, `validUntil` is not. */
export interface Rule {
  readonly id: RuleId;
  readonly effect: 'allow' | 'deny';
  readonly conditions: Conditions;
  readonly validFrom: number | 'always';
  readonly validUntil: number | 'always';
}

export type Condition = keyof Conditions;
/** `proof`: what an authorization tied neither to a place nor to a network demands of the browser. */
export type UnmetCondition = Condition | 'validFrom' | 'validUntil' | 'proof';

/** Conditions whose words were read; what is not among the words we know is unknown. */
export interface ReadConditions
  extends Omit<Conditions, 'deviceKind' | 'browserFamily' | 'network' | 'schedule'> {
  readonly deviceKind?: MachineKind | Unknown;
  readonly browserFamily?: Family | Unknown;
  /** A range of exactly one network is that network. */
  readonly network?: Network | Range | Unknown;
  readonly schedule?: readonly WeekSpan[] | Unknown;
}

/** Reads each schedule once: many rules have the same. */
export function createReader(): (written: Conditions) => ReadConditions {
  const schedules = new Map<ScheduleText, readonly WeekSpan[] | Unknown>();
  return ({ deviceKind, browserFamily, network, schedule, ...written }) => ({
    ...written,
    ...(deviceKind !== undefined && { deviceKind: kindsWeKnow.has(deviceKind) ? deviceKind : unknown }),
    ...(browserFamily !== undefined && {
      browserFamily: familiesWeKnow.has(browserFamily) ? browserFamily : unknown,
    }),
    ...(network !== undefined && { network: readNetwork(network) }),
    ...(schedule !== undefined && { schedule: readSchedule(schedule, schedules) }),
  });
}

const kindsWeKnow: ReadonlySet<string> = new Set(machineKinds);
const familiesWeKnow: ReadonlySet<string> = new Set(families);

/** A single IPv6 address is its /64, which is all that is ever observed of it. */
function readNetwork(text: Network | NetworkRange): Network | Range | Unknown {
  const range = parseRange(text);
  if (range === unknown) return unknown;
  const { family, prefix } = range;
  const whole = family === 4 ? prefix === 32 : prefix === 64 || (prefix === 128 && !text.includes('/'));
  return whole ? toNetwork(range.text.replace(/\/\d+$/, '')) : range;
}

function readSchedule(
  text: ScheduleText,
  known: Map<ScheduleText, readonly WeekSpan[] | Unknown>,
): readonly WeekSpan[] | Unknown {
  const before = known.get(text);
  if (before !== undefined) return before;
  const parsed = parseSchedule(text);
  const spans = parsed.kind === 'schedule' ? compileSchedule(parsed.schedule) : unknown;
  known.set(text, spans);
  return spans;
}
