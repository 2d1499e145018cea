import { readConnectionsOf, readMembers } from '../../../db/grid.ts';
import { readBrowsersOf, readNamesIn } from '../../../db/names.ts';
import type { BrowserId } from '../../../policies/facts.ts';
import type { WhatIfDraft } from '../../../views/console/what-if/model.ts';
import { whatIfPage } from '../../../views/index.ts';
import { usedWith } from '../../recognition/labels.ts';
import type { Visit } from '../visit.ts';
import { answerTo } from './answer.ts';
import { draftIn } from './draft.ts';
import { type Froms, fromsFor } from './from.ts';

const mostBrowsers = 60;

/** « Et si… »: everything is asked by GET, and nothing is ever changed. */
export async function showWhatIf(visit: Visit): Promise<void> {
  const { ctx, needs, padlock, at, moment } = visit;
  const { organizationId, policyVersion } = padlock;
  const asked = draftIn(ctx.query);
  const members = await readMembers(needs.database, organizationId, at);
  const names = await readNamesIn(needs.database, organizationId, []);
  const member = members.find(({ id }) => id === asked.person);
  const query = member && { organizationId, userId: member.id, at };
  const seen = query ? await readConnectionsOf(needs.database, query) : [];
  const browsers = member
    ? (await readBrowsersOf(needs.database, organizationId, member.id)).slice(0, mostBrowsers)
    : [];
  const rulebook = await needs.rulebookOf(organizationId, policyVersion);
  const froms = await fromsFor(visit, seen, rulebook);
  const draft = withUsual(asked, { needs, froms, browserIds: browsers.map(({ id }) => id) });
  const read =
    asked.person === ''
      ? 'person' in ctx.query
        ? [{ field: 'person', kind: 'nobody' } as const]
        : []
      : member
        ? await answerTo(visit, { draft, member, seen, froms, rulebook })
        : [{ field: 'person', kind: 'gone' } as const];
  ctx.body = whatIfPage({
    shell: await visit.shell('what-if'),
    draft,
    people: members
      .filter(({ id, active }) => active || id === asked.person)
      .map(({ id, givenName, familyName, jobTitle }) => {
        const name = names.people.get(id) ?? `${givenName} ${familyName}`;
        return { value: id, label: jobTitle === null || name.endsWith(')') ? name : `${name}, ${jobTitle}` };
      }),
    applications: needs.gatedApplications.map(({ id, name }) => ({ value: id, label: name })),
    browsers: browsers.map(({ id, labels, lastSeen }) => ({
      value: `browser:${id}`,
      usedWith: usedWith(labels),
      seen: moment(lastSeen),
    })),
    from: froms.choices,
    faults: 'outcome' in read ? [] : read,
    answer: 'outcome' in read ? read : 'none',
  });
}

/** What is usual: the first application, what she used last, where she was last. */
function withUsual(
  draft: WhatIfDraft,
  given: {
    readonly needs: Visit['needs'];
    readonly froms: Froms;
    readonly browserIds: readonly BrowserId[];
  },
): WhatIfDraft {
  const [application] = given.needs.gatedApplications;
  const [browserId] = given.browserIds;
  const [from] = given.froms.choices;
  return {
    ...draft,
    application: draft.application || (application?.id ?? ''),
    machine: draft.machine || (browserId === undefined ? 'new:phone' : `browser:${browserId}`),
    from: draft.from || (from?.value ?? ''),
  };
}
