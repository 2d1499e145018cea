import type { VNode } from 'preact';
import { sayReason } from '../decisions.ts';
import type { RequestPage } from '../model.ts';
import { sayMoment } from '../moments.ts';
import { Icon } from '../parts/icon.tsx';
import { SentenceList } from '../parts/sentence-list.tsx';
import { sayInWhere } from '../where.ts';
import { wordsFor } from '../words/index.ts';

/** For what, with what, from where and when; then what there is to know of it. */
export function Asked({ value }: { readonly value: RequestPage }): VNode {
  const { language } = value.frame;
  const { request: words, devices } = wordsFor(language);
  const device = value.firstUse ? devices.oneUsedFirst(value.usedWith) : devices.one(value.usedWith);
  // The sentence above already says that the device is used for the first time.
  const left = value.reasons.filter(({ kind }) => !(value.firstUse && kind === 'new-browser'));
  const why = [...new Set(left.map((reason) => sayReason(reason, language)))];
  if (value.newCountry) why.push(words.newCountry);
  if (value.others > 0) why.push(words.others(value.others));
  if (value.repeats > 0) why.push(words.repeats(value.repeats));
  return (
    <>
      <p class="lead">
        {words.wants(
          value.applicationName,
          device,
          sayInWhere(value.where, language),
          sayMoment(value.openedAt, language),
        )}
      </p>
      {why.length > 0 && (
        <div class="reasons">
          <Icon name="alert" />
          <div>
            <p class="visually-hidden">{words.why}</p>
            <SentenceList sentences={why} />
          </div>
        </div>
      )}
    </>
  );
}

/** The one thing to settle before answering. */
export function Question({ value }: { readonly value: RequestPage }): VNode {
  const words = wordsFor(value.frame.language).request;
  return (
    <div class="question">
      <Icon name="person" />
      <p>
        <strong>{words.present(value.person.firstName)}</strong> {words.otherwise}
      </p>
    </div>
  );
}
