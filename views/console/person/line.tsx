import type { VNode } from 'preact';
import type { Language } from '../../model.ts';
import { sayMoment } from '../../moments.ts';
import { Icon } from '../../parts/icon.tsx';
import { isLocalNetwork, sayUsedWith } from '../../said.ts';
import { sayWhere } from '../../where.ts';
import { wordsFor } from '../../words/index.ts';
import { Why } from '../parts/why.tsx';
import type { ConnectionChoice } from './model.ts';
import { Reasons } from './reasons.tsx';

/** One connection that may be moved, with what is to be known of it first. */
export function Line({
  choice,
  language,
}: {
  readonly choice: ConnectionChoice;
  readonly language: Language;
}): VNode {
  const words = wordsFor(language).console.person;
  return (
    <li>
      <label class="option">
        <input
          type="checkbox"
          name={choice.field}
          value={choice.standing}
          disabled={choice.stolen || choice.own}
        />
        <span class="choice-text">
          <span class="with-icon">
            <Icon name={choice.usedWith.device} />
            <strong>{sayUsedWith(choice.usedWith, language)}</strong>
          </span>
          <span>{sayWhere(choice.where, language)}</span>
          <span class="soft">{words.seen(sayMoment(choice.lastAttempt, language))}</span>
          <Marks choice={choice} language={language} />
        </span>
      </label>
      <Why language={language}>
        <Reasons reasons={choice.reasons} language={language} />
        <p class="soft">{words.network(sayNetwork(choice.network, language))}</p>
      </Why>
    </li>
  );
}

function Marks({
  choice,
  language,
}: {
  readonly choice: ConnectionChoice;
  readonly language: Language;
}): VNode {
  const words = wordsFor(language).console.person;
  return (
    <>
      {choice.own && <strong>{words.own}</strong>}
      {choice.stolen && (
        <span class="mark mark-refused">
          <Icon name="alert" />
          {words.stolen}
        </span>
      )}
      {choice.standing === 'refused' && !choice.stolen && (
        <span class="mark mark-refused">
          <Icon name="cross" />
          {words.refused}
        </span>
      )}
    </>
  );
}

function sayNetwork(network: string, language: Language): string {
  return isLocalNetwork(network) ? wordsFor(language).request.localNetwork : network;
}
