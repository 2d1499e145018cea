import { readRolesIn } from '../../../db/rule-choices.ts';
import { ownsAll } from '../../../db/rules.ts';
import type { RuleTerms } from '../../../policies/approval.ts';
import type { Conditions } from '../../../policies/rules.ts';
import type { Fault } from '../../../views/console/rules/model.ts';
import type { Visit } from '../visit.ts';

/** Whatever a rule names that this organization has not, be it another's or nobody's: the same words for both. */
export async function goneIn(
  { needs, padlock: { organizationId } }: Visit,
  { conditions }: RuleTerms,
  before: RuleTerms | 'none',
): Promise<readonly Fault[]> {
  const { userId, browserId, deviceId, placeId, role, applicationId } = conditions;
  const owned = async (field: Fault['field'], named: Conditions): Promise<readonly Fault[]> =>
    (await ownsAll(needs.database, organizationId, named)) ? [] : [{ field, kind: 'gone' }];
  const known = (
    field: Fault['field'],
    value: string | undefined,
    was: string | undefined,
    all: readonly string[],
  ): readonly Fault[] =>
    value === undefined || value === was || all.includes(value) ? [] : [{ field, kind: 'gone' }];
  const was: Conditions = before === 'none' ? {} : before.conditions;
  return [
    ...(await owned('person', { ...(userId !== undefined && { userId }) })),
    ...(await owned('machine', {
      ...(browserId !== undefined && { browserId }),
      ...(deviceId !== undefined && { deviceId }),
    })),
    ...(await owned('place', { ...(placeId !== undefined && { placeId }) })),
    ...known(
      'role',
      role,
      was.role,
      role === undefined ? [] : await readRolesIn(needs.database, organizationId),
    ),
    ...known(
      'application',
      applicationId,
      was.applicationId,
      needs.gatedApplications.map(({ id }) => id),
    ),
  ];
}
