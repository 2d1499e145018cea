import { Page } from '../layout.tsx';
import type { RefusalPage } from '../model.ts';
import { sayMoment } from '../moments.ts';
import { PostButton } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Opening } from '../parts/opening.tsx';
import { WhomToCall } from '../parts/whom-to-call.tsx';
import { renderDocument } from '../render.ts';
import { wordsFor } from '../words/index.ts';

export function refusalPage(value: RefusalPage): string {
  const { refusal: words, reasons, common } = wordsFor(value.frame.language);
  const said = reasons.refused[value.reason];
  return renderDocument(
    <Page frame={value.frame} title={said.title}>
      <Opening tone="brick" place={value.organizationName} />
      <h1>{said.title}</h1>
      <p class="lead">
        {words.hello(value.firstName)} {said.sentence}
      </p>
      {value.until !== 'none' && <p>{words.askAgain(sayMoment(value.until, value.frame.language))}</p>}
      <Notice tone="sky" icon="call">
        {value.reason === 'no-child-record' && value.onCallPhone === 'none' ? (
          common.callCentre
        ) : (
          <WhomToCall phone={value.onCallPhone} language={value.frame.language} />
        )}
      </Notice>
      <div class="actions">
        <PostButton action={value.backAction} look="main">
          {words.back(value.applicationName)}
        </PostButton>
      </div>
      <div class="quiet-row">
        <PostButton action={value.notYouAction} look="quiet">
          {common.notYou}
        </PostButton>
      </div>
    </Page>,
  );
}
