import type { VNode } from 'preact';
import { sayMoment } from '../../moments.ts';
import { LinkButton } from '../../parts/button.tsx';
import { sayUsedWith } from '../../said.ts';
import { wordsFor } from '../../words/index.ts';
import type { DevicePage, LinkedBrowser } from './model.ts';
import { ShownFields } from './parts.tsx';

/** Which browsers are this machine's, what is not, and which other machine it is. */
export function Browsers({ value }: { readonly value: DevicePage }): VNode {
  const words = wordsFor(value.shell.frame.language).console.devices;
  const several = value.browsers.length > 1;
  return (
    <section aria-labelledby="browsers">
      <h2 id="browsers">{words.linked}</h2>
      <ul class="device-browsers">
        {value.browsers.map((browser) => (
          <Browser key={browser.id} browser={browser} value={value} several={several} />
        ))}
      </ul>
      <p class="soft">{several ? words.separateMeans : words.joinMeans}</p>
      <p class="lone">
        <LinkButton href={`${value.href}/joindre`} look="second">
          {words.join}
        </LinkButton>
      </p>
    </section>
  );
}

function Browser(props: {
  readonly browser: LinkedBrowser;
  readonly value: DevicePage;
  readonly several: boolean;
}): VNode {
  const { browser, value, several } = props;
  const { language } = value.shell.frame;
  const words = wordsFor(language).console.devices;
  const name = sayUsedWith(browser.usedWith, language);
  const used =
    browser.lastUsed === 'never' ? words.never : words.usedLast(sayMoment(browser.lastUsed, language));
  return (
    <li>
      <span>
        <strong>{name}</strong>{' '}
        <span class="soft">{[used, ...(browser.own ? [words.ownBrowser] : [])].join(', ')}</span>
      </span>
      {several && (
        <form method="post" action={`${value.href}/separer`}>
          <ShownFields shown={value.shown} />
          <button
            type="submit"
            class="button button-quiet"
            name="browser"
            value={browser.id}
            aria-label={words.separateOf(`${name}, ${used}`)}
          >
            {words.separate}
          </button>
        </form>
      )}
    </li>
  );
}
