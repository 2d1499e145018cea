import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findRequest } from '../../db/approval-requests.ts';
import type { RuleTerms } from '../../policies/approval.ts';
import type { ApprovalRequestId, RuleId } from '../../policies/facts.ts';
import {
  type Changed,
  changeAccess,
  changeRule,
  endRule,
  forgetPlace,
  moveConnections,
  undoAccess,
  undoMove,
  undoPlaces,
  undoRule,
  writeRule,
} from '../../provider/acts/index.ts';
import { withdraw } from '../../provider/approvals/answer.ts';
import { dialects } from '../support/postgres.ts';
import {
  browser,
  day,
  hour,
  minute,
  network,
  openSmallCentre,
  papillons,
  place,
  type SmallCentre,
  user,
} from '../support/small-centre.ts';

const sylvie = { organizationId: papillons, by: user('sylvie') };
const marc = { organizationId: papillons, by: user('marc') };
const stale = { kind: 'stale' };
const julie = user('julie');
const terms = (conditions: RuleTerms['conditions'], effect: 'allow' | 'deny' = 'allow'): RuleTerms => ({
  effect,
  conditions,
  validFrom: 'always',
  validUntil: 'always',
});

for (const dialect of dialects) {
  const test = suite<{ centre: SmallCentre }>(
    `what « Annuler » takes back, and what not, on ${dialect.name}`,
  );
  test.before.each(async (scene) => {
    scene.centre = await openSmallCentre(dialect);
    const { centre } = scene;
    // Sylvie's own way in stands whatever these tests do.
    await centre.came('sylvie', 'office', 'centre', { application: 'reglages' });
    await centre.rule({ userId: user('sylvie'), browserId: browser('office') });
    await centre.came('julie', 'phone', 'centre');
    await centre.lock('closed');
  });
  test.after.each(({ centre }) => centre.close());

  const done = async <Result>(act: Promise<Changed<Result>>): Promise<Result> => {
    const changed = await act;
    if (changed.kind !== 'done') throw new Error(changed.kind);
    return changed.result;
  };
  /** Acts follow one another: the clock has moved between two of them. */
  const later = (centre: SmallCentre, by = minute) => {
    centre.clock.now += by;
  };
  const enters = (centre: SmallCentre) => centre.decides('julie', 'phone', 'centre');
  /** Nothing is written, and whoever presses is told. */
  const isStale = async (centre: SmallCentre, undo: () => Promise<Changed<unknown>>) => {
    later(centre);
    const before = await centre.everything();
    assert.equal(await undo(), stale);
    assert.equal(await centre.everything(), before);
  };
  const withdrawn = async (centre: SmallCentre) => {
    const { id } = await centre.database('connections').where({ user_id: 'julie' }).first('id');
    const given = { ...marc, arrow: 'withdraw', userId: julie, connectionIds: [id] } as const;
    return (await done(moveConnections(centre.needs, given))).entryId;
  };
  /** Sylvie has approved Julie’s phone, and the rule is what that wrote. */
  const approved = async (centre: SmallCentre, rule_id: RuleId): Promise<ApprovalRequestId> => {
    const id = await centre.waits('julie', 'phone', 'centre');
    const at = centre.clock.now - hour;
    await centre
      .database('approval_requests')
      .where({ id })
      .update({ status: 'approved', decided_at: at, used_at: at, rule_id });
    return id;
  };
  const withdrawApproval = async (centre: SmallCentre, id: ApprovalRequestId) => {
    const request = await findRequest(centre.database, id);
    if (!request) throw new Error('it was opened');
    assert.is(await withdraw(centre.needs, { request, by: user('sylvie'), at: centre.clock.now }), 'done');
  };
  const give = async (centre: SmallCentre, id: string, at: 'centre' | 'home' = 'centre') => {
    const { facts } = await centre.tries('julie', 'phone', at);
    await centre.database('oidc_records').insert({
      model: 'Grant',
      id,
      payload: '{}',
      account_id: 'julie',
      organization_id: papillons,
      facts: JSON.stringify(facts),
      policy_version: 1,
      expires_at: centre.clock.now + day,
    });
  };
  const given = async ({ database }: SmallCentre) =>
    (await database('oidc_records').where({ model: 'Grant' }).orderBy('id').select('id')).map(({ id }) => id);

  test('Marc withdraws Julie for good: the « Annuler » that Sylvie pressed weeks ago does not give it back', async ({
    centre,
  }) => {
    await centre.rule({ userId: julie, placeId: place('centre') });
    const never = { userId: julie, access: 'never' } as const;
    const { entryId } = await done(changeAccess(centre.needs, { ...sylvie, ...never }));
    await done(undoAccess(centre.needs, { ...sylvie, entryId }));
    later(centre);
    await done(changeAccess(centre.needs, { ...marc, ...never }));
    await isStale(centre, () => undoAccess(centre.needs, { ...sylvie, entryId }));
    assert.is(await enters(centre), 'deny: access-never');
  });

  test('an access that others have changed there and back is theirs to undo', async ({ centre }) => {
    const change = (access: 'never' | 'by_rules' | 'always', by = marc) =>
      done(changeAccess(centre.needs, { ...by, userId: julie, access }));
    await change('always', sylvie);
    const { entryId } = await change('never', sylvie);
    await change('by_rules');
    const last = await change('never');
    await isStale(centre, () => undoAccess(centre.needs, { ...sylvie, entryId }));
    await done(undoAccess(centre.needs, { ...sylvie, entryId: last.entryId }));
  });

  test('a day later nothing is taken back: access, rule, move or place', async ({ centre }) => {
    const ruleId = await centre.rule({ userId: julie, browserId: browser('phone') });
    const moved = await withdrawn(centre);
    const removed = await done(forgetPlace(centre.needs, { ...sylvie, placeId: place('centre') }));
    const written = await done(writeRule(centre.needs, { ...sylvie, terms: terms({ userId: julie }) }));
    const access = await done(changeAccess(centre.needs, { ...sylvie, userId: julie, access: 'never' }));
    later(centre, day);
    for (const undo of [
      () => undoMove(centre.needs, { ...marc, entryId: moved }),
      () => undoPlaces(centre.needs, { ...marc, entryId: removed }),
      () => undoRule(centre.needs, { ...marc, entryId: written.entryId }),
      () => undoAccess(centre.needs, { ...marc, entryId: access.entryId }),
    ])
      await isStale(centre, undo);
    assert.is.not((await centre.database('rules').where({ id: ruleId }).first()).ended_at, null);
  });

  test('Marc ends the rule that Sylvie had brought back: her « Annuler », posted again, changes nothing', async ({
    centre,
  }) => {
    const ruleId = await centre.rule({ userId: julie, placeId: place('centre') });
    const { entryId } = await done(endRule(centre.needs, { ...sylvie, ruleId }));
    await done(undoRule(centre.needs, { ...sylvie, entryId }));
    assert.is(await enters(centre), 'allow: authorized');
    later(centre);
    await done(endRule(centre.needs, { ...marc, ruleId }));
    await isStale(centre, () => undoRule(centre.needs, { ...sylvie, entryId }));
    assert.is(await enters(centre), 'ask: not-authorized');
  });

  test('nor does the « Annuler » of an arrow, or of a place that was removed', async ({ centre }) => {
    const ruleId = await centre.rule({ userId: julie, browserId: browser('phone') });
    const moved = await withdrawn(centre);
    await done(undoMove(centre.needs, { ...marc, entryId: moved }));
    await done(endRule(centre.needs, { ...marc, ruleId }));
    await isStale(centre, () => undoMove(centre.needs, { ...sylvie, entryId: moved }));

    const there = await centre.rule({ userId: julie, placeId: place('centre') });
    const remove = () => done(forgetPlace(centre.needs, { ...sylvie, placeId: place('centre') }));
    const removed = await remove();
    await done(undoPlaces(centre.needs, { ...sylvie, entryId: removed }));
    await done(endRule(centre.needs, { ...marc, ruleId: there }));
    later(centre);
    const again = await remove();
    await isStale(centre, () => undoPlaces(centre.needs, { ...sylvie, entryId: removed }));
    await done(undoPlaces(centre.needs, { ...sylvie, entryId: again }));
    assert.is(await enters(centre), 'ask: not-authorized', 'what Marc ended is no part of it');
  });

  test('an approval that Sylvie withdraws stays withdrawn, whoever undoes the arrow that had ended its rule', async ({
    centre,
  }) => {
    const ruleId = await centre.rule({ userId: julie, browserId: browser('phone') });
    const request = await approved(centre, ruleId);
    const moved = await withdrawn(centre);
    later(centre);
    await withdrawApproval(centre, request);
    await undoMove(centre.needs, { ...marc, entryId: moved });
    assert.match(await enters(centre), /^(ask|deny)/);
    assert.is.not((await centre.database('rules').where({ id: ruleId }).first()).ended_at, null);
  });

  test('Marc edits the rule of an approval: to withdraw the approval ends it all the same', async ({
    centre,
  }) => {
    const ruleId = await centre.rule({ userId: julie, browserId: browser('phone') });
    const request = await approved(centre, ruleId);
    const edit = terms({ userId: julie, placeId: place('centre') });
    await done(changeRule(centre.needs, { ...marc, ruleId, terms: edit }));
    assert.is(await enters(centre), 'allow: authorized');
    await withdrawApproval(centre, request);
    assert.match(await enters(centre), /^ask/);
  });

  test('and when the edit was undone first, it ends the rule that is there again', async ({ centre }) => {
    const ruleId = await centre.rule({ userId: julie, browserId: browser('phone') });
    const request = await approved(centre, ruleId);
    const edit = terms({ userId: julie, placeId: place('centre') });
    const { entryId } = await done(changeRule(centre.needs, { ...marc, ruleId, terms: edit }));
    await done(undoRule(centre.needs, { ...marc, entryId }));
    assert.is(await enters(centre), 'allow: authorized');
    await withdrawApproval(centre, request);
    assert.match(await enters(centre), /^ask/);
    await isStale(centre, () => undoRule(centre.needs, { ...marc, entryId }));
  });

  test('a rule about a place that was removed since does not come back', async ({ centre }) => {
    const ruleId = await centre.rule({ userId: julie, placeId: place('centre') });
    const { entryId } = await done(endRule(centre.needs, { ...sylvie, ruleId }));
    later(centre);
    await done(forgetPlace(centre.needs, { ...marc, placeId: place('centre') }));
    await isStale(centre, () => undoRule(centre.needs, { ...sylvie, entryId }));
  });

  test('what a rule gave Julie ends with it, whichever button ends it; what another gives her stays', async ({
    centre,
  }) => {
    const { needs } = centre;
    await centre.rule({ userId: julie, network: network('home') });
    const write = (conditions: RuleTerms['conditions']) =>
      done(writeRule(needs, { ...sylvie, terms: terms(conditions) }));
    const scenes: Readonly<Record<string, (ruleId: RuleId, entryId: string) => Promise<unknown>>> = {
      ended: (ruleId) => done(endRule(needs, { ...marc, ruleId })),
      changed: (ruleId) =>
        done(changeRule(needs, { ...marc, ruleId, terms: terms({ userId: user('nadia') }) })),
      undone: (_, entryId) => done(undoRule(needs, { ...marc, entryId })),
      refused: () =>
        done(
          writeRule(needs, { ...marc, terms: terms({ placeId: place('centre'), userId: julie }, 'deny') }),
        ),
    };
    await give(centre, 'at home', 'home');
    for (const [name, end] of Object.entries(scenes)) {
      const { ruleId, entryId } = await write({ userId: julie, placeId: place('centre') });
      await give(centre, 'there');
      later(centre);
      await end(ruleId, entryId);
      assert.equal(await given(centre), ['at home'], name);
    }
  });

  test('what Julie was given while the padlock was open ends when she is refused, and stays when somebody else is', async ({
    centre,
  }) => {
    const { needs } = centre;
    await centre.lock('open');
    await give(centre, 'there');
    await centre.lock('closed');
    const refuse = (conditions: RuleTerms['conditions']) =>
      done(writeRule(needs, { ...marc, terms: terms(conditions, 'deny') }));
    await refuse({ userId: user('nadia') });
    await refuse({ userId: julie, network: network('home') });
    assert.equal(await given(centre), ['there']);
    await refuse({ userId: julie });
    assert.equal(await given(centre), []);
  });

  test('« Toujours » is taken from Julie: what she was given where nothing authorizes her ends, and the rest stays', async ({
    centre,
  }) => {
    const { needs } = centre;
    await centre.rule({ userId: julie, placeId: place('centre') });
    await done(changeAccess(needs, { ...sylvie, userId: julie, access: 'always' }));
    await give(centre, 'at home', 'home');
    await give(centre, 'at work');
    await done(changeAccess(needs, { ...sylvie, userId: julie, access: 'by_rules' }));
    assert.equal(await given(centre), ['at work']);
  });

  test('« Annuler » that brings a refusal back, or takes an authorization away, ends what was given meanwhile', async ({
    centre,
  }) => {
    const { needs } = centre;
    const standing = await centre.rule({ userId: julie });
    const refusal = await centre.rule({ userId: julie, placeId: place('centre') }, { effect: 'deny' });
    const { entryId } = await done(endRule(needs, { ...sylvie, ruleId: refusal }));
    await give(centre, 'there');
    await done(undoRule(needs, { ...marc, entryId }));
    assert.equal(await given(centre), []);

    for (const ruleId of [refusal, standing]) await done(endRule(needs, { ...sylvie, ruleId }));
    const { id } = await centre.database('connections').where({ user_id: 'julie' }).first('id');
    const authorizing = { ...marc, arrow: 'authorize', userId: julie, connectionIds: [id] } as const;
    const moved = await done(moveConnections(needs, authorizing));
    assert.is(await enters(centre), 'allow: authorized');
    await give(centre, 'there');
    await done(undoMove(needs, { ...marc, entryId: moved.entryId }));
    assert.equal(await given(centre), []);
  });

  test.run();
}
