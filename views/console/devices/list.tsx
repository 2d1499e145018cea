import type { VNode } from 'preact';
import { Button } from '../../parts/button.tsx';
import { devicesHref } from '../../places.ts';
import { renderDocument } from '../../render.ts';
import { wordsFor } from '../../words/index.ts';
import { EmptyList } from '../parts/empty.tsx';
import { PageLinks } from '../parts/page-links.tsx';
import { ConsolePage } from '../shell.tsx';
import type { DevicesPage, DevicesShown } from './model.ts';
import { DeviceTable } from './table.tsx';

const choices: readonly DevicesShown[] = ['all', 'shared', 'stolen'];

/** « Appareils »: every machine that was seen here, the last used first. */
export function devicesPage(value: DevicesPage): string {
  const { language } = value.shell.frame;
  const words = wordsFor(language).console.devices;
  return renderDocument(
    <ConsolePage shell={value.shell} title={words.title}>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <Filter value={value} />
      {value.devices.length > 0 && <DeviceTable devices={value.devices} language={language} />}
      <Empty value={value} />
      <PageLinks firstHref={value.firstHref} nextHref={value.nextHref} words={words} />
    </ConsolePage>,
  );
}

function Filter({ value }: { readonly value: DevicesPage }): VNode {
  const words = wordsFor(value.shell.frame.language).console.devices;
  const { only, search } = value.filter;
  return (
    <search aria-label={words.filter}>
      <form class="filter" method="get" action={devicesHref}>
        <div class="field field-period">
          <label for="only">{words.which}</label>
          <select id="only" name="appareils">
            {choices.map((one) => (
              <option key={one} value={one} selected={one === only}>
                {words.shown[one](value.counts[one])}
              </option>
            ))}
          </select>
        </div>
        <div class="filter-search">
          <div class="field">
            <label for="search">{words.search}</label>
            <input
              id="search"
              name="search"
              type="search"
              value={search}
              autoComplete="off"
              maxLength={100}
            />
          </div>
          <Button look="second">{words.show}</Button>
        </div>
      </form>
    </search>
  );
}

function Empty({ value }: { readonly value: DevicesPage }): VNode | null {
  const words = wordsFor(value.shell.frame.language).console.devices;
  if (value.devices.length > 0) return null;
  if (value.counts.all === 0) return <EmptyList title={words.noneTitle} sentence={words.none} all="none" />;
  return (
    <EmptyList
      title={words.nothingTitle}
      sentence={words.nothing}
      all={{ href: devicesHref, words: words.showAll }}
    />
  );
}
