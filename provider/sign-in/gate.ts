import type { Context } from 'koa';
import type { Database } from '../../db/open.ts';
import { type Parentage, readParentage, readSituation, type Situation } from '../../db/situation.ts';
import { decide } from '../../policies/decide.ts';
import type { Decision } from '../../policies/decision.ts';
import { type SignInFacts, type Unknown, unknown } from '../../policies/facts.ts';
import { type Recognition, sameBrowser } from '../../policies/recognition.ts';
import type { Where } from '../../views/model.ts';
import type { Location } from '../location/index.ts';
import type { Application } from '../oidc/applications.ts';
import type { Recognize } from '../recognition/index.ts';
import { emptyRulebook, type RulebookOf, whereOf } from '../rules/index.ts';
import { factsOf, type Question } from './facts.ts';
import { type Observed, type Observers, observe, sightingOf } from './observe.ts';

export interface Judgement {
  readonly decision: Decision;
  readonly facts: SignInFacts;
  readonly parentage: Parentage;
  /** What was recognised, in words that people use. */
  readonly recognition: Recognition;
  readonly where: Where;
}

/** Observe, recall, decide: the three verbs of the prompt `connection`. They only read. */
export interface Gate {
  observe(ctx: Context): Observed;
  recognize(observed: Observed, touchPoints: number | Unknown, application?: Application): Recognition;
  recall(userId: string, observed: Observed): Promise<Situation | undefined>;
  decide(question: Question): Promise<Judgement>;
}

export interface GateNeeds extends Observers {
  readonly database: Database;
  readonly now: () => number;
  readonly locate: (network: Location['network']) => Location;
  readonly recognizer: Recognize;
  readonly rulebookOf: RulebookOf;
}

const nobody: Parentage = { organizations: [] };

export function createGate(needs: GateNeeds): Gate {
  const { database, now, recognizer, rulebookOf, locate } = needs;
  const recognize: Gate['recognize'] = (observed, touchPoints, application) =>
    recognizer(sightingOf(observed, touchPoints, application?.kind === 'native' ? 'native-app' : 'browser'));
  const recallAs = (userId: string, observed: Observed, browserTokenHash: string | undefined) =>
    readSituation(database, { userId, browserTokenHash, network: observed.network, at: now() });
  return {
    observe: (ctx) => observe(ctx, needs),
    recognize,
    recall: async (userId, observed) => {
      const situation = await recallAs(userId, observed, observed.browserTokenHash);
      if (!situation || isOfItsSystem(situation, (touch) => recognize(observed, touch))) return situation;
      // A cookie that turns up under another operating system was copied: it names no browser.
      return recallAs(userId, observed, undefined);
    },
    decide: async (question) => {
      const { situation, application, membership, observed } = question;
      const asParent =
        application.gate === 'exempt' ||
        (application.gate === 'members' && situation.memberships.length === 0);
      const touchPoints = situation.browser === unknown ? unknown : situation.browser.touchPoints;
      const parentage = asParent ? await readParentage(database, situation.userId) : nobody;
      const rulebook =
        membership === 'none' || asParent
          ? emptyRulebook
          : await rulebookOf(membership.organizationId, membership.policyVersion);
      const recognition = recognize(observed, touchPoints, application);
      const facts = factsOf(question, { parentage, rulebook, recognition, locate, at: now() });
      return {
        decision: decide(facts, rulebook.rules),
        facts,
        parentage,
        recognition,
        where: whereOf(observed.location, facts.places, rulebook),
      };
    },
  };
}

function isOfItsSystem(
  { browser }: Situation,
  recognize: (touchPoints: number | Unknown) => Recognition,
): boolean {
  return browser === unknown || sameBrowser(browser.labels, recognize(browser.touchPoints));
}
