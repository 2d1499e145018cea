import { Page } from '../layout.tsx';
import type { OrganizationPage } from '../model.ts';
import { PostButton } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/notice.tsx';
import { renderDocument } from '../render.ts';
import { wordsFor } from '../words/index.ts';

export function organizationPage(value: OrganizationPage): string {
  const { organization: words, common } = wordsFor(value.frame.language);
  return renderDocument(
    <Page frame={value.frame} title={words.title}>
      <h1>{words.title}</h1>
      <p class="lead">{words.hello(value.firstName, value.applicationName)}</p>
      {value.changingFrom !== 'none' && (
        <Notice tone="honey" icon="info">
          {words.changing(value.changingFrom)}
        </Notice>
      )}
      <form class="choices" method="post" action={value.action}>
        {value.organizations.map(({ id, name, last }) => (
          <button key={id} type="submit" class="choice" name="organization" value={id}>
            <Icon name="house" />
            <span class="choice-text">
              {name}
              {last && <span class="choice-mark">{words.last}</span>}
            </span>
            <Icon name="chevron" />
          </button>
        ))}
      </form>
      <div class="quiet-row">
        <PostButton action={value.notYouAction} look="quiet">
          {common.notYou}
        </PostButton>
      </div>
    </Page>,
  );
}
