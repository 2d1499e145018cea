import type { VNode } from 'preact';
import type { WaitingPage, WaitingState } from '../model.ts';
import { sayMoment } from '../moments.ts';
import { LinkButton, PostButton } from '../parts/button.tsx';
import { CheckCode } from '../parts/check-code.tsx';
import { Notice } from '../parts/notice.tsx';
import { Opening } from '../parts/opening.tsx';
import { SentenceList } from '../parts/sentence-list.tsx';
import { Steps } from '../parts/steps.tsx';
import { WhomToCall } from '../parts/whom-to-call.tsx';
import { sayUsedWith, shortList } from '../said.ts';
import { sayWhere } from '../where.ts';
import { wordsFor } from '../words/index.ts';

interface PendingProps {
  readonly value: WaitingPage;
  readonly state: Extract<WaitingState, { readonly kind: 'pending' }>;
  readonly title: string;
}

/** What was asked, of whom, when, the code to give and why: all of it before anybody wonders. */
export function Pending({ value, state, title }: PendingProps): VNode {
  const { waiting: words, reasons } = wordsFor(value.frame.language);
  const sentences = [...new Set(value.reasons.map((reason) => reasons.waiting[reason]))];
  return (
    <>
      <Opening tone="honey" place={value.organizationName} />
      <h1>{title}</h1>
      <p class="lead">
        {value.own ? words.helloOwn(value.firstName) : words.hello(value.firstName)}{' '}
        <span data-with-scripts={words.goesOn}>{words.keepOpen}</span>
      </p>
      <div role="status" />
      <Help value={value} nobodyAnswered={state.nobodyAnswered} />
      <Progress value={value} remindedAt={state.remindedAt} />
      <div class="stack" data-until-answered>
        {value.own && <OwnWays value={value} nobodyAnswered={state.nobodyAnswered} />}
        {value.checkCode === 'from-elsewhere' ? (
          <Notice tone="honey" icon="alert">
            {words.fromElsewhere}
          </Notice>
        ) : (
          <CheckCode label={words.code} code={value.checkCode} advice={words.codeAdvice(value.asked)} />
        )}
        <section class="why">
          <h2>{words.why}</h2>
          <SentenceList sentences={sentences} />
          <p class="soft">{seenAs(value)}</p>
        </section>
        <Ways value={value} />
      </div>
    </>
  );
}

/** « iPad · Safari · Longueuil »; a place that is not known is left out. */
function seenAs({ usedWith, where, frame }: WaitingPage): string {
  const place = where.kind === 'unknown' ? [] : [sayWhere(where, frame.language)];
  return [sayUsedWith(usedWith, frame.language), ...place].join('\u00a0· ');
}

/** Whoever else may answer an administrator, and whom to call, unless the notice above just said it. */
function OwnWays(props: { readonly value: WaitingPage; readonly nobodyAnswered: boolean }): VNode {
  const { value, nobodyAnswered } = props;
  const words = wordsFor(value.frame.language).waiting;
  return (
    <p>
      {words.own(value.asked)}{' '}
      {value.onCallPhone !== 'none' && !nobodyAnswered && (
        <WhomToCall phone={value.onCallPhone} language={value.frame.language} />
      )}
    </p>
  );
}

/** Whom to call, when nobody could be asked or nobody answered. */
function Help(props: { readonly value: WaitingPage; readonly nobodyAnswered: boolean }): VNode | null {
  const { value, nobodyAnswered } = props;
  const words = wordsFor(value.frame.language).waiting;
  const nobodyAsked = value.asked.length === 0 && !value.own;
  if (!nobodyAnswered && !nobodyAsked) return null;
  return (
    <div data-until-answered>
      <Notice tone="honey" icon="call">
        {nobodyAsked ? words.nobodyAsked : words.nobodyAnswered}{' '}
        <WhomToCall phone={value.onCallPhone} language={value.frame.language} />
      </Notice>
    </div>
  );
}

function Progress(props: { readonly value: WaitingPage; readonly remindedAt: number | 'never' }): VNode {
  const { value, remindedAt } = props;
  const { language } = value.frame;
  const { waiting: words, people } = wordsFor(language);
  const asked = people.toEach(shortList(value.asked, people.others));
  const opened = sayMoment(value.openedAt, language);
  const sent = asked === '' ? words.askedNobody(opened) : words.asked(asked, opened);
  const reminded =
    remindedAt === 'never'
      ? ''
      : ` · ${words.reminded(sayMoment({ ...value.openedAt, at: remindedAt }, language))}`;
  return (
    <Steps
      label={words.steps}
      steps={[
        { state: 'done', stateWord: words.done, text: words.passwordChecked },
        { state: 'now', stateWord: words.now, text: sent + reminded },
        { state: 'to-come', stateWord: words.toCome, text: words.opening(value.applicationName) },
      ]}
    />
  );
}

function Ways({ value }: { readonly value: WaitingPage }): VNode {
  const { waiting: words, common } = wordsFor(value.frame.language);
  return (
    <>
      <div id="check-now" class="actions">
        <LinkButton href={value.checkHref} look="second">
          {words.check}
        </LinkButton>
      </div>
      <div class="quiet-row">
        <PostButton action={value.cancelAction} look="quiet">
          {common.cancel}
        </PostButton>
        <PostButton action={value.notYouAction} look="quiet">
          {common.notYou}
        </PostButton>
      </div>
    </>
  );
}
