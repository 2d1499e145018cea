import type { VNode } from 'preact';
import type { Language } from '../../model.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { CircleFields } from '../../parts/map/circle-fields.tsx';
import type { CircleFieldsValue } from '../../parts/map/model.ts';
import { ErrorNotice, focusedAtOpening } from '../../parts/notice.tsx';
import { oneLine } from '../../said.ts';
import { type Words, wordsFor } from '../../words/index.ts';
import type { PlaceDoubt, PlaceFault, PlaceForm, PlaceGrowth } from './model.ts';

/** What a place is called and how it is recognised, as it was typed; what is wrong stands above, with the field. */
export function PlaceFields(props: { readonly form: PlaceForm; readonly language: Language }): VNode {
  const { form, language } = props;
  const words = wordsFor(language).console.place;
  const wrong = (...kinds: readonly PlaceFault['kind'][]) =>
    form.faults.some(({ kind }) => kinds.includes(kind))
      ? { 'aria-invalid': true as const, 'aria-describedby': 'faults' }
      : {};
  return (
    <form class="narrow place-form" method="post" action={form.action}>
      {Object.entries(form.hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {form.now !== 'as-shown' && (
        <p>{words.now(oneLine(form.now.name), form.now.ranges.map(oneLine).join(', '))}</p>
      )}
      <div class="field">
        <label for="name">{words.name}</label>
        <input
          id="name"
          name="name"
          type="text"
          value={form.name}
          autoComplete="off"
          {...wrong('no-name', 'long-name')}
        />
        <p class="hint">{words.nameHint}</p>
      </div>
      {form.sites.length > 1 && <SiteField form={form} words={words} />}
      <div class="field">
        <label for="ranges">{words.ranges}</label>
        <textarea
          id="ranges"
          name="ranges"
          rows={Math.min(12, Math.max(3, form.ranges.split('\n').length + 1))}
          spellcheck={false}
          autoComplete="off"
          {...wrong('nowhere', 'too-many-ranges', 'unreadable', 'too-wide', 'too-narrow')}
        >
          {form.ranges}
        </textarea>
        <p class="hint">{words.rangesHint}</p>
      </div>
      {form.circle !== 'none' && <CircleSection form={form} circle={form.circle} words={words} />}
      {form.doubts.length > 0 && (
        <label class="option">
          <input type="checkbox" name="sure" value="yes" />
          <span>{words.sure}</span>
        </label>
      )}
      {form.growth !== 'none' && (
        <label class="option">
          <input type="checkbox" name="aussi" value={form.growth.shown} />
          <span>{words.holdsThereToo}</span>
        </label>
      )}
      <div class="decide">
        <Button look="main">{words.save}</Button>
        {form.circle === 'none' && (
          <button
            type="submit"
            class="button button-quiet"
            formmethod="get"
            formaction={form.drawHref}
            name="cercle"
            value="oui"
          >
            {words.drawCircle}
          </button>
        )}
      </div>
    </form>
  );
}

function CircleSection(props: {
  readonly form: PlaceForm;
  readonly circle: CircleFieldsValue;
  readonly words: Words['console']['place'];
}): VNode {
  const { form, circle, words } = props;
  return (
    <fieldset class="place-circle" id="cercle">
      <legend>{words.circleTitle}</legend>
      <input type="hidden" name="cercle" value="oui" />
      <p class="hint">{words.circleHint}</p>
      <CircleFields value={circle} />
      {form.hasCircle && (
        <label class="option">
          <input type="checkbox" name="sans-cercle" value="oui" />
          <span>{words.noCircle}</span>
        </label>
      )}
    </fieldset>
  );
}

function SiteField({ form, words }: { readonly form: PlaceForm; readonly words: Words['console']['place'] }) {
  return (
    <div class="field">
      <label for="site">{words.site}</label>
      <select id="site" name="site">
        <option value="" selected={form.siteId === 'none'}>
          {words.noSite}
        </option>
        {form.sites.map(({ id, name }) => (
          <option key={id} value={id} selected={id === form.siteId}>
            {oneLine(name)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What is wrong, else what had better be meant; focused as the page opens. */
export function PlaceFaults(props: { readonly form: PlaceForm; readonly language: Language }): VNode | null {
  const { faults, doubts, growth } = props.form;
  const words = wordsFor(props.language).console.place;
  if (faults.length > 0)
    return (
      <ErrorNotice id="faults">
        <p>{words.faultsTitle}</p>
        <Sentences sentences={faults.map((fault) => sayFault(fault, words))} />
      </ErrorNotice>
    );
  const doubted = doubts.map((doubt) => sayDoubt(doubt, words));
  const sentences = growth === 'none' ? doubted : [...sayGrowth(growth, words), ...doubted];
  if (sentences.length === 0) return null;
  return (
    <div id="doubts" class="notice tone-honey" role="alert" tabIndex={-1} {...focusedAtOpening}>
      <Icon name="alert" />
      <div>
        <p>
          <strong>{words.doubtsTitle}</strong>
        </p>
        <Sentences sentences={sentences} />
      </div>
    </div>
  );
}

const Sentences = ({ sentences }: { readonly sentences: readonly string[] }): VNode => (
  <ul class="sentences">
    {sentences.map((sentence) => (
      <li key={sentence}>{sentence}</li>
    ))}
  </ul>
);

function sayFault(fault: PlaceFault, words: Words['console']['place']): string {
  return 'text' in fault ? words.rangeFaults[fault.kind](oneLine(fault.text)) : words.faults[fault.kind];
}

function sayDoubt(doubt: PlaceDoubt, words: Words['console']['place']): string {
  const text = oneLine(doubt.text);
  if (doubt.kind === 'wide') return words.wide(text, doubt.holds);
  return words[doubt.kind](text, doubt.owner === 'unknown' ? words.someOwner : oneLine(doubt.owner));
}

const sayGrowth = (growth: PlaceGrowth, words: Words['console']['place']): readonly string[] => [
  words.grows(growth.authorizations, growth.refusals),
  ...(growth.everyone ? [words.growsForEveryone] : []),
];
