import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compile } from '../../policies/compile.ts';
import { decide } from '../../policies/decide.ts';
import type { SignInFacts } from '../../policies/facts.ts';
import type { Rule } from '../../policies/rules.ts';
import {
  allowing,
  educator,
  home,
  julie,
  julieAtWork,
  julieRequest,
  portail,
  refusing,
  ruleId,
} from './people.ts';
import { always, approved, authorization, never, refusal } from './sentences.ts';

const test = suite('the ten steps');
const refusalElsewhere = refusing({ userId: julie, network: home });

test('each step gives way to the one before it', () => {
  /** Everything that could decide, all at once; each line takes away what decided. */
  let facts = julieAtWork({
    account: 'disabled',
    application: portail,
    membership: never,
    padlock: 'open',
    approval: { ...approved, network: 'unknown' },
    network: 'unknown',
  });
  let rules = [refusal, refusing({ network: home }, { id: 'undecided' }), allowing({ userId: julie })];
  const outcomes: string[] = [];
  const decideAndThen = (difference: Partial<SignInFacts>, without = '') => {
    const [reason] = decide(facts, compile(rules, 17)).reasons;
    outcomes.push(reason.kind);
    facts = { ...facts, ...difference };
    rules = rules.filter(({ id }) => id !== ruleId(without));
  };
  decideAndThen({ account: 'active' });
  decideAndThen({ application: julieAtWork().application });
  decideAndThen({ membership: always });
  decideAndThen({ padlock: 'closed' });
  decideAndThen({ membership: educator });
  decideAndThen({}, 'refusal');
  decideAndThen({ approval: 'none' });
  decideAndThen({}, 'undecided');
  decideAndThen({}, 'authorization');
  decideAndThen({});
  assert.equal(outcomes, [
    'account-disabled',
    'no-child-record',
    'access-never',
    'padlock-open',
    'access-always',
    'refused',
    'approved',
    'refusal-undecided',
    'authorized',
    'not-authorized',
  ]);
});

test('the reason names the rule or the request, and what was unknown', () => {
  const reasonsOf = (difference: Partial<SignInFacts>, rules: readonly Rule[]) =>
    decide(julieAtWork(difference), compile(rules, 17)).reasons;
  assert.equal(reasonsOf({}, [refusal]), [{ kind: 'refused', ruleId: refusal.id }]);
  assert.equal(reasonsOf({}, [authorization]), [{ kind: 'authorized', ruleId: authorization.id }]);
  assert.equal(reasonsOf({ approval: approved }, []), [{ kind: 'approved', requestId: julieRequest }]);
  assert.equal(reasonsOf({ network: 'unknown' }, [refusalElsewhere]), [
    { kind: 'refusal-undecided', ruleId: refusalElsewhere.id, unknown: 'network' },
  ]);
});

test('a decision on stale rules says so, and is made again', () => {
  const rules = [authorization];
  assert.is(decide(julieAtWork({ policyVersion: 17 }), compile(rules, 17)).policyVersion, 17);
  assert.is(decide(julieAtWork({ policyVersion: 18 }), compile(rules, 17)).policyVersion, 17);
  assert.is(decide(julieAtWork({ policyVersion: 17 }), compile(rules, 18)).policyVersion, 17);
});

test.run();
