import type { VNode } from 'preact';
import type { Language } from '../../model.ts';
import { sayMoment } from '../../moments.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { Notice } from '../../parts/notice.tsx';
import type { Tone } from '../../parts/padlock.tsx';
import { rulesHref } from '../../places.ts';
import { renderDocument } from '../../render.ts';
import { sayTerms } from '../../rules.ts';
import { wordsFor } from '../../words/index.ts';
import { EmptyList } from '../parts/empty.tsx';
import { Meanwhile } from '../parts/meanwhile.tsx';
import { PageLinks } from '../parts/page-links.tsx';
import { Result } from '../parts/result.tsx';
import { ConsolePage } from '../shell.tsx';
import type { RuleFilter, RuleResult, RulesPage, ToldRule } from './model.ts';
import { EffectMark, sayOrigin } from './told.tsx';

/** What was just done, what may be added, then every rule as a sentence. */
export function rulesPage(value: RulesPage): string {
  const { language } = value.shell.frame;
  const words = wordsFor(language).console.rules;
  return renderDocument(
    <ConsolePage shell={value.shell} title={words.title}>
      {value.result !== 'none' && <Done result={value.result} language={language} />}
      {value.meanwhile !== 'none' && <Meanwhile entries={value.meanwhile} language={language} />}
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {value.padlock === 'open' && (
        <Notice tone="honey" icon="info">
          {words.padlockOpen}
        </Notice>
      )}
      <div class="decide">
        <LinkButton href={value.newHref} look="main">
          {words.add}
        </LinkButton>
      </div>
      <Filter value={value} />
      {value.rules.length === 0 ? <Empty value={value} /> : <Rules value={value} />}
      <PageLinks firstHref={value.firstHref} nextHref={value.nextHref} words={words} />
    </ConsolePage>,
  );
}

const said: Readonly<Record<RuleResult['kind'], { readonly tone: Tone; readonly icon: IconName }>> = {
  added: { tone: 'fir', icon: 'check' },
  changed: { tone: 'fir', icon: 'check' },
  ended: { tone: 'fir', icon: 'check' },
  undone: { tone: 'fir', icon: 'check' },
  'locks-out': { tone: 'brick', icon: 'alert' },
  'locks-you-out': { tone: 'brick', icon: 'alert' },
};

function Done({ result, language }: { readonly result: RuleResult; readonly language: Language }): VNode {
  return (
    <Result
      {...said[result.kind]}
      sentence={wordsFor(language).console.rules.results[result.kind]}
      undoAction={'undoAction' in result ? result.undoAction : 'none'}
      language={language}
    />
  );
}

const filters: readonly RuleFilter[] = ['living', 'allow', 'deny', 'ending', 'ended'];

function Filter({ value }: { readonly value: RulesPage }): VNode {
  const words = wordsFor(value.shell.frame.language).console.rules;
  return (
    <search aria-label={words.filter}>
      <form class="filter" method="get" action={rulesHref}>
        <div class="field field-period">
          <label for="show">{words.show}</label>
          <select id="show" name="show">
            {filters.map((one) => (
              <option key={one} value={one} selected={one === value.filter.show}>
                {words.shows[one]}
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
              value={value.filter.search}
              autoComplete="off"
              maxLength={80}
            />
          </div>
          <Button look="second">{words.find}</Button>
        </div>
      </form>
    </search>
  );
}

function Rules({ value }: { readonly value: RulesPage }): VNode {
  const { language } = value.shell.frame;
  const { is, number } = value.count;
  const words = wordsFor(language).console.rules;
  return (
    <>
      <p class="soft">{is === 'more' ? words.countMore(number) : words.count(number)}</p>
      <ul class="cards rules">
        {value.rules.map((told) => (
          <Line key={told.href} told={told} language={language} />
        ))}
      </ul>
    </>
  );
}

/** The sentence leads to the rule. */
function Line({ told, language }: { readonly told: ToldRule; readonly language: Language }): VNode {
  const words = wordsFor(language).console.rules;
  return (
    <li>
      <a class="card-link" href={told.href}>
        <span class="choice-text">
          <EffectMark effect={told.rule.effect} over={told.over !== 'living'} language={language} />
          <strong>{sayTerms(told.rule, language)}</strong>
          <span class="soft">{sayOrigin(told, language)}</span>
          {told.over !== 'living' && <span>{words.endedAt(sayMoment(told.over, language))}</span>}
        </span>
        <Icon name="chevron" />
      </a>
    </li>
  );
}

/** None at all, or none that matches: what it means, and what to do. */
function Empty({ value }: { readonly value: RulesPage }): VNode {
  const words = wordsFor(value.shell.frame.language).console.rules;
  const { show, search } = value.filter;
  if (show === 'living' && search === '' && value.firstHref === 'these')
    return <EmptyList title={words.noneTitle} sentence={words.none} all="none" />;
  return (
    <EmptyList
      title={words.nothingTitle}
      sentence={words.nothing}
      all={{ href: rulesHref, words: words.showAll }}
    />
  );
}
