import { type Member, readMembers } from '../../../db/grid.ts';
import type { UserId } from '../../../policies/facts.ts';
import { connectionsHref } from '../../../views/places.ts';
import { notFound } from '../../http/problems.ts';
import { seeOther } from '../../http/redirect.ts';
import { personHref } from '../people.ts';
import type { Visit } from '../visit.ts';

/** Another organization's person is answered like one that does not exist. */
export async function memberAsked({ ctx, needs, padlock, at }: Visit): Promise<Member> {
  const members = await readMembers(needs.database, padlock.organizationId, at);
  const member = members.find(({ id }) => id === ctx.params.person);
  if (!member) throw notFound();
  return member;
}

const longestReturn = 600;
const filtered = /^\/reglages\/connexions(\?[\w%&=.~*+-]*)?$/;

/** The connections that she was chosen from, as they were filtered: only our own page, whatever the address says. */
export function connectionsAsFiltered({ ctx }: Visit): string {
  const { retour } = ctx.query;
  return typeof retour === 'string' && retour.length <= longestReturn && filtered.test(retour)
    ? retour
    : connectionsHref;
}

/** A page about her, or a form's address, that keeps the way back. */
export function personUrl(
  visit: Visit,
  userId: UserId,
  under = '',
  said: Readonly<Record<string, string>> = {},
): string {
  const retour = connectionsAsFiltered(visit);
  const query = new URLSearchParams({ ...said, ...(retour !== connectionsHref && { retour }) }).toString();
  return `${personHref(userId)}${under}${query === '' ? '' : `?${query}`}`;
}

export const back = (visit: Visit, userId: UserId, said: Readonly<Record<string, string>>): void =>
  seeOther(visit.ctx, personUrl(visit, userId, '', said));

export const toldOf = async (visit: Visit, member: Member) => ({
  shell: await visit.shell('person'),
  personName: `${member.givenName} ${member.familyName}`,
  firstName: member.givenName,
  jobTitle: member.jobTitle ?? ('none' as const),
  email: member.email,
});
