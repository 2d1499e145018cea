import type { VNode } from 'preact';
import type { Language } from '../../model.ts';
import { Asked, Question } from '../../pages/request-asked.tsx';
import { AnswerForms } from '../../pages/request-forms.tsx';
import { wordsFor } from '../../words/index.ts';
import type { PendingCard } from './model.ts';

/** One request, decided on in ten seconds: who, with what, from where, why it is asked, and the two buttons. */
export function RequestCard(props: { readonly card: PendingCard; readonly language: Language }): VNode {
  const { card, language } = props;
  const { request, standing } = card;
  const { pending: words } = wordsFor(language);
  const { firstName, lastName, jobTitle } = request.person;
  const titleId = `who${request.cardId}`;
  return (
    <li>
      <article class="request-card" aria-labelledby={titleId}>
        <h2 id={titleId}>
          {`${firstName} ${lastName}`}
          {jobTitle !== 'none' && <span class="job">{`, ${jobTitle}`}</span>}
        </h2>
        <Asked value={request} />
        {standing === 'answerable' ? (
          <>
            <Question value={request} />
            <AnswerForms value={request} />
            <Foot card={card} language={language} />
          </>
        ) : (
          <p class="soft">{words[standing]}</p>
        )}
      </article>
    </li>
  );
}

function Foot({ card, language }: { readonly card: PendingCard; readonly language: Language }): VNode {
  const { pending: words } = wordsFor(language);
  const { firstName, lastName } = card.request.person;
  return (
    <div class="card-foot">
      {card.choice !== 'none' && (
        <label class="option choose">
          <input type="checkbox" form="several" name={card.choice.name} value={card.choice.value} />
          <span>
            {words.choose}
            <span class="visually-hidden">{` (${firstName} ${lastName})`}</span>
          </span>
        </label>
      )}
      <a href={card.href}>
        {words.seeOne}
        <span class="visually-hidden">{` (${firstName} ${lastName})`}</span>
      </a>
    </div>
  );
}
