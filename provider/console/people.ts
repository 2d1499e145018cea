import type { Member } from '../../db/grid.ts';
import type { MemberFound } from '../../views/console/model.ts';

export const personHref = (userId: string): string => `/reglages/personnes/${userId}`;

/** As a list shows them: an address tells apart those who share a name with anybody of these members. */
export function listPeople(
  people: readonly Pick<Member, 'id'>[],
  members: readonly Member[],
): readonly MemberFound[] {
  const byName = Map.groupBy(members, nameOf);
  const byId = new Map(members.map((member) => [member.id, member]));
  return people.flatMap(({ id }) => {
    const member = byId.get(id);
    if (!member) return [];
    const namesakes = byName.get(nameOf(member)) ?? [];
    return [
      {
        personHref: personHref(id),
        personName: nameOf(member),
        jobTitle: member.jobTitle ?? 'none',
        email: namesakes.length > 1 ? member.email : 'none',
      },
    ];
  });
}

const nameOf = ({ givenName, familyName }: Member): string => `${givenName} ${familyName}`;
