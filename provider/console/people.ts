import type { Member } from '../../db/grid.ts';
import type { MemberFound } from '../../views/console/model.ts';

export const personHref = (userId: string): string => `/reglages/personnes/${userId}`;

export const memberFound = ({
  id,
  givenName,
  familyName,
  jobTitle,
}: Pick<Member, 'id' | 'givenName' | 'familyName'> & { readonly jobTitle?: string | null }): MemberFound => ({
  personHref: personHref(id),
  personName: `${givenName} ${familyName}`,
  jobTitle: jobTitle ?? 'none',
});
