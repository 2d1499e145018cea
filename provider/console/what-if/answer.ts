import type { Member, SeenConnection } from '../../../db/grid.ts';
import { readNamesIn } from '../../../db/names.ts';
import { readSituation } from '../../../db/situation.ts';
import { type BrowserId, unknown } from '../../../policies/facts.ts';
import type { Recognition } from '../../../policies/recognition.ts';
import type {
  WhatIfAnswer,
  WhatIfDraft,
  WhatIfFault,
  WhatIfRule,
} from '../../../views/console/what-if/model.ts';
import type { Location } from '../../location/index.ts';
import type { Application } from '../../oidc/index.ts';
import { usedWith } from '../../recognition/labels.ts';
import { nameRule, type Rulebook, whereOf } from '../../rules/index.ts';
import { type Explained, type ExplainedRule, explainWhatIf } from '../../what-if/index.ts';
import { personHref } from '../people.ts';
import { ruleHref } from '../rules/told.ts';
import type { Visit } from '../visit.ts';
import { instantIn } from './draft.ts';
import { type Froms, locationIn } from './from.ts';

const mostRules = 20;

interface Asking {
  readonly draft: WhatIfDraft;
  readonly member: Member;
  readonly seen: readonly SeenConnection[];
  readonly froms: Froms;
  readonly rulebook: Rulebook;
}

interface Meant {
  readonly application: Application;
  readonly location: Location;
  readonly at: number;
  readonly browserId: BrowserId | undefined;
  /** Of a machine that nobody has ever seen. */
  readonly kind: Recognition['kind'];
}

/** What the gate would decide, with every rule that could matter; or what is wrong with the question. */
export async function answerTo(visit: Visit, asking: Asking): Promise<WhatIfAnswer | readonly WhatIfFault[]> {
  const meant = meantBy(visit, asking);
  if (!('location' in meant)) return meant;
  const { needs, padlock } = visit;
  const { application, location, at, browserId, kind } = meant;
  const { member, draft, seen } = asking;
  const situation = await readSituation(needs.database, {
    userId: member.id,
    browserId,
    network: location.network,
    at,
  });
  if (!situation) return [{ field: 'person', kind: 'gone' }];
  const own = situation.memberships.find((one) => one.organizationId === padlock.organizationId) ?? 'none';
  const membership =
    own !== 'none' && draft.padlock === 'closed' ? { ...own, padlock: 'closed' as const } : own;
  const labels =
    situation.browser === unknown
      ? ({ kind, family: unknown, system: unknown, model: unknown } as const)
      : situation.browser.labels;
  const recognition = application.kind === 'native' ? ({ ...labels, family: 'app' } as const) : labels;
  // What it showed last time, it would show again; a new browser brings a key of its own.
  const last = seen.find((one) => one.browserId === browserId);
  const proof = browserId === undefined || last?.proof === 'proven' ? 'proven' : 'unproven';
  const explained = await explainWhatIf(
    { database: needs.database, rulebookOf: needs.rulebookOf, locate: needs.acts.locate },
    { situation, membership, application, recognition, location, at, proof },
    mostRules,
  );
  const { decision, facts, untold } = explained;
  return {
    outcome: decision.outcome,
    reasons: decision.reasons,
    personName: `${member.givenName} ${member.familyName}`,
    personHref: personHref(member.id),
    applicationName: application.name,
    usedWith: usedWith(recognition),
    where: whereOf(location, facts.places, asking.rulebook),
    at: { ...visit.moment(at), now: visit.at },
    padlock: facts.padlock,
    rules: await rulesTold(visit, explained),
    untold,
  };
}

/** Each thing that was chosen, or what is wrong with it; another organization's is as good as nobody's. */
function meantBy({ needs, padlock, at: now }: Visit, asking: Asking): Meant | readonly WhatIfFault[] {
  const { draft, seen, froms, rulebook } = asking;
  const application = needs.gatedApplications.find(({ id }) => id === draft.application);
  const location = locationIn(draft, froms, rulebook, needs.acts.locate);
  const at = instantIn(draft, now, padlock.timeZone);
  const [, browser, kind] = /^(?:browser:(.+)|new:(phone|tablet|computer))$/.exec(draft.machine) ?? [];
  const known = seen.find(({ browserId }) => browserId === browser);
  const faults: readonly WhatIfFault[] = [
    ...(application ? [] : [{ field: 'application', kind: 'gone' } as const]),
    ...(known || kind !== undefined ? [] : [{ field: 'machine', kind: 'gone' } as const]),
    ...('field' in location ? [location] : []),
    ...(at === 'none' ? [{ field: 'date', kind: 'date' } as const] : []),
  ];
  if (!application || 'field' in location || at === 'none' || faults.length > 0) return faults;
  return {
    application,
    location,
    at,
    browserId: known?.browserId,
    kind: kind === 'phone' || kind === 'tablet' || kind === 'computer' ? kind : unknown,
  };
}

async function rulesTold(
  { needs, padlock, at }: Visit,
  { rules }: Explained,
): Promise<readonly WhatIfRule[]> {
  const { organizationId, timeZone } = padlock;
  const names = await readNamesIn(
    needs.database,
    organizationId,
    rules.map(({ rule }) => rule),
  );
  return rules.map(({ rule, why }) => ({
    href: ruleHref(rule.id),
    rule: nameRule(rule, names, { now: at, timeZone }),
    why: whyOf(why),
  }));
}

function whyOf(why: ExplainedRule['why']): WhatIfRule['why'] {
  if (why === 'decided') return { kind: 'decided' };
  return { kind: 'not', unmet: why.unmet, because: 'because' in why ? why.because : 'none' };
}
