import type { VNode } from 'preact';
import { sayMoment } from '../../moments.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Notice } from '../../parts/notice.tsx';
import { renderDocument } from '../../render.ts';
import { sayUsedWith } from '../../said.ts';
import { wordsFor } from '../../words/index.ts';
import { closed } from '../../words/names.ts';
import { ConsolePage } from '../shell.tsx';
import { Browsers } from './browsers.tsx';
import { Done } from './done.tsx';
import type { DevicePage } from './model.ts';
import { DeviceMarks, ShownFields, sayDeviceName } from './parts.tsx';
import { Users } from './users.tsx';

const kinds: readonly DevicePage['saidKind'][] = ['phone', 'tablet', 'computer', 'unknown'];

/** What was just done, what it is, what is wrong with it; then its browsers and who uses it. */
export function devicePage(value: DevicePage): string {
  const { shell, usedWith } = value;
  const { language } = shell.frame;
  const words = wordsFor(language).console.devices;
  const title = sayDeviceName(value, language);
  return renderDocument(
    <ConsolePage shell={shell} title={title}>
      <Done value={value} />
      <p class="eyebrow">
        <a href={value.backHref}>{words.back}</a>
      </p>
      <h1 class="device-title">
        <Icon name={usedWith.device} />
        <span>{title}</span>
      </h1>
      {value.name !== 'none' && <p class="soft">{sayUsedWith(usedWith, language)}</p>}
      <DeviceMarks shared={value.shared} stolen={value.stolenAt !== 'not-stolen'} language={language} />
      {value.own && (
        <p>
          <strong>{words.own}</strong>
        </p>
      )}
      <Stolen value={value} />
      <Proposal value={value} />
      <Description value={value} />
      <Sharing value={value} />
      <Browsers value={value} />
      <Users value={value} />
      <Lost value={value} />
    </ConsolePage>,
  );
}

function Stolen({ value }: { readonly value: DevicePage }): VNode | null {
  const { language } = value.shell.frame;
  const words = wordsFor(language).console.devices;
  if (value.stolenAt === 'not-stolen') return null;
  return (
    <Notice tone="brick">
      <p>{`${closed(words.stolenSince(sayMoment(value.stolenAt, language)))} ${words.stolenMeans}`}</p>
      <p class="soft">{words.foundMeans}</p>
      <form class="lone" method="post" action={`${value.href}/retrouve`}>
        <ShownFields shown={value.shown} />
        <Button look="second">{words.found}</Button>
      </form>
    </Notice>
  );
}

function Proposal({ value }: { readonly value: DevicePage }): VNode | null {
  const words = wordsFor(value.shell.frame.language).console.devices;
  if (value.proposal === 'none') return null;
  return (
    <Notice tone="sky" icon="people">
      <p>{words.proposals[value.proposal]}</p>
      <form class="lone" method="post" action={`${value.href}/partage`}>
        <ShownFields shown={value.shown} />
        <Button look="second" name="shared" value="yes">
          {words.share}
        </Button>
      </form>
    </Notice>
  );
}

function Description({ value }: { readonly value: DevicePage }): VNode {
  const words = wordsFor(value.shell.frame.language).console.devices;
  return (
    <section aria-labelledby="what">
      <h2 id="what">{words.what}</h2>
      <form class="describe" method="post" action={value.href}>
        <ShownFields shown={value.shown} />
        <div class="field">
          <label for="name">{words.name}</label>
          <input
            id="name"
            name="name"
            type="text"
            value={value.typedName}
            maxLength={60}
            autoComplete="off"
            aria-describedby="name-hint"
          />
          <p class="hint" id="name-hint">
            {words.nameHint}
          </p>
        </div>
        <div class="field">
          <label for="kind">{words.kind}</label>
          <select id="kind" name="kind">
            {kinds.map((kind) => (
              <option key={kind} value={kind} selected={kind === value.saidKind}>
                {words.kinds[kind]}
              </option>
            ))}
          </select>
        </div>
        <Button look="second">{words.save}</Button>
      </form>
    </section>
  );
}

/** Where it is proposed above, the button is there already. */
function Sharing({ value }: { readonly value: DevicePage }): VNode {
  const words = wordsFor(value.shell.frame.language).console.devices;
  return (
    <section aria-labelledby="sharing">
      <h2 id="sharing">{words.sharing}</h2>
      <p>{value.shared ? words.isShared : words.isNotShared}</p>
      <p class="soft">{words.sharedMeans}</p>
      {value.proposal === 'none' && (
        <form class="lone" method="post" action={`${value.href}/partage`}>
          <ShownFields shown={value.shown} />
          <Button look="second" name="shared" value={value.shared ? 'no' : 'yes'}>
            {value.shared ? words.unshare : words.share}
          </Button>
        </form>
      )}
    </section>
  );
}

function Lost({ value }: { readonly value: DevicePage }): VNode | null {
  const words = wordsFor(value.shell.frame.language).console.devices;
  if (value.stolenAt !== 'not-stolen') return null;
  return (
    <section aria-labelledby="lost">
      <h2 id="lost">{words.lost}</h2>
      <p>{words.lostMeans}</p>
      <p class="lone">
        <LinkButton href={`${value.href}/perdu`} look="danger">
          {words.report}
        </LinkButton>
      </p>
    </section>
  );
}
