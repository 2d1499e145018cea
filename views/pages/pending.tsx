import { Page } from '../layout.tsx';
import type { PendingPage } from '../model.ts';
import { sayMoment } from '../moments.ts';
import { PostButton } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { renderDocument } from '../render.ts';
import { wordsFor } from '../words/index.ts';

export function pendingPage(value: PendingPage): string {
  const { language } = value.frame;
  const { pending: words, devices, common } = wordsFor(language);
  return renderDocument(
    <Page frame={value.frame} title={words.title} width="reading">
      <p class="eyebrow">{value.organizationName}</p>
      <h1>{words.title}</h1>
      <p class="lead">
        {words.hello(value.firstName)} {words.count(value.requests.length)}
      </p>
      {value.requests.length > 0 && (
        <ul class="cards">
          {value.requests.map((request) => (
            <li key={request.href}>
              <a class="card-link" href={request.href}>
                <Icon name={request.usedWith.device} />
                <span class="choice-text">
                  <strong>{request.personName}</strong>
                  <span>{words.line(request.applicationName, devices.one(request.usedWith))}</span>
                  <span class="soft">{sayMoment(request.openedAt, language)}</span>
                </span>
                <Icon name="chevron" />
              </a>
            </li>
          ))}
        </ul>
      )}
      <div class="quiet-row">
        <PostButton action={value.logoutAction} look="quiet">
          {common.signOut}
        </PostButton>
      </div>
    </Page>,
  );
}
