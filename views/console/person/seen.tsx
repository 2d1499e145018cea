import type { VNode } from 'preact';
import { sayMoment } from '../../moments.ts';
import { Icon } from '../../parts/icon.tsx';
import { PlaceMap } from '../../parts/map/place-map.tsx';
import { sayUsedWith } from '../../said.ts';
import { sayWhereInFull } from '../../where.ts';
import { wordsFor } from '../../words/index.ts';
import { DeviceMarks, sayDeviceName } from '../devices/parts.tsx';
import type { PersonPage } from './model.ts';

/** Where she signed in: named places and cities, never more precisely than the network tells. */
export function Places({ value }: { readonly value: PersonPage }): VNode | null {
  const { language } = value.shell.frame;
  const words = wordsFor(language).console.person;
  if (value.authorized.count + value.notAuthorized.count === 0) return null;
  return (
    <section aria-labelledby="places">
      <h2 id="places">{words.map}</h2>
      {value.seenAt.length === 0 ? (
        <p class="soft">{words.mapNone}</p>
      ) : (
        <PlaceMap
          value={{
            language,
            id: 'map',
            title: words.mapOf(value.personName),
            size: 'large',
            circles: [],
            markers: value.seenAt.map(({ where, ...seen }, index) => ({
              ...seen,
              label: sayWhereInFull(where, language),
              number: index + 1,
            })),
          }}
        />
      )}
    </section>
  );
}

/** What she uses; each leads to the device. */
export function Devices({ value }: { readonly value: PersonPage }): VNode | null {
  const { language } = value.shell.frame;
  const words = wordsFor(language).console.person;
  const { devices } = value;
  if (devices.length === 0) return null;
  return (
    <section aria-labelledby="devices">
      <h2 id="devices">{words.devices}</h2>
      <ul class="cards">
        {devices.map((device) => (
          <li key={device.href}>
            <a class="card-link" href={device.href}>
              <Icon name={device.usedWith.device} />
              <span class="choice-text">
                <strong>{sayDeviceName(device, language)}</strong>
                <span class="soft">
                  {[
                    ...(device.name === 'none' ? [] : [sayUsedWith(device.usedWith, language)]),
                    ...(device.lastUsed === 'never' ? [] : [sayMoment(device.lastUsed, language)]),
                  ].join('\u00a0· ')}
                </span>
                <DeviceMarks shared={device.shared} stolen={device.stolen} language={language} />
              </span>
              <Icon name="chevron" />
            </a>
          </li>
        ))}
      </ul>
      {value.moreDevicesHref !== 'none' && (
        <p>
          <a href={value.moreDevicesHref}>{words.devicesMore}</a>
        </p>
      )}
    </section>
  );
}
