import { countDevices } from '../../../db/seen-devices.ts';
import type { DevicesPage, DevicesShown } from '../../../views/console/devices/model.ts';
import { devicesPage } from '../../../views/index.ts';
import { devicesHref } from '../../../views/places.ts';
import { searchIn } from '../search.ts';
import type { Visit } from '../visit.ts';
import { deviceKeyIn, devicesFound, keyText, pageOfDevices } from './found.ts';
import { deviceLine } from './lines.ts';

const devicesPerPage = 50;
const choices: readonly DevicesShown[] = ['all', 'shared', 'stolen'];

/** « Appareils »: every machine that was seen here, the last used first. */
export async function showDevices(visit: Visit): Promise<void> {
  const { ctx, needs, padlock } = visit;
  const { organizationId } = padlock;
  const filter: DevicesPage['filter'] = {
    only: choices.find((one) => one === ctx.query.appareils) ?? 'all',
    search: searchIn(ctx.query.search),
  };
  const after = deviceKeyIn(ctx.query.apres);
  const { parts, next } = await pageOfDevices(
    visit,
    { only: filter.only, found: await devicesFound(visit, filter.search) },
    { after, most: devicesPerPage },
  );
  const describe = await needs.describeIn(organizationId);
  ctx.body = devicesPage({
    shell: await visit.shell('devices'),
    filter,
    counts: await countDevices(needs.database, organizationId),
    devices: parts.map(deviceLine(visit, describe)),
    nextHref: next === 'none' ? 'none' : hrefOf(filter, keyText(next)),
    firstHref: after === 'first' ? 'these' : hrefOf(filter),
  });
}

const hrefOf = ({ only, search }: DevicesPage['filter'], apres?: string): string =>
  `${devicesHref}?${new URLSearchParams({ appareils: only, search, ...(apres !== undefined && { apres }) })}`;
