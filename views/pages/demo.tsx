import type { VNode } from 'preact';
import { Page } from '../layout.tsx';
import type { DemoPage } from '../model.ts';
import { LinkButton } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/notice.tsx';
import { Padlock } from '../parts/padlock.tsx';
import { connectionsHref } from '../places.ts';
import { renderDocument } from '../render.ts';
import { wordsFor } from '../words/index.ts';

export function demoPage(value: DemoPage): string {
  const words = wordsFor(value.frame.language).demo;
  return renderDocument(
    <Page frame={value.frame} title={words.title} width="wide">
      {value.signedOutOf !== 'none' && <Notice tone="fir">{words.signedOut(value.signedOutOf)}</Notice>}
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      <section>
        <h2>{words.stepsTitle}</h2>
        <ol class="numbered">
          {words.steps.map((step, index) => (
            <li key={step.title}>
              <strong>{step.title}</strong> {step.text}
              <StepButton value={value} index={index} />
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h2>{words.padlocks}</h2>
        <ul class="padlocks">
          <li>
            <Padlock state="closed" /> {words.papillons}
          </li>
          <li>
            <Padlock state="open" /> {words.arcenciel}
          </li>
        </ul>
        <p>{words.console}</p>
        <p>
          <LinkButton href={connectionsHref} look="second">
            {words.openConsole}
          </LinkButton>
        </p>
      </section>
      <section>
        <h2>{words.applications}</h2>
        <p>{words.whoTries}</p>
        <Applications value={value} audience="staff" />
        <Applications value={value} audience="parents" />
      </section>
      <Accounts value={value} />
      <section>
        <h2>{words.ownTitle}</h2>
        <p>{words.own}</p>
        <p>
          <code class="command">{words.ownCommand}</code>
        </p>
      </section>
    </Page>,
  );
}

/** The first step starts with a sign-in, the third with the mail it made leave. */
function StepButton({ value, index }: { readonly value: DemoPage; readonly index: number }): VNode | null {
  const words = wordsFor(value.frame.language).demo;
  const first = value.applications.find(({ audience }) => audience === 'staff');
  if (index === 0 && first) {
    return (
      <p class="step-button">
        <LinkButton href={first.href} look="main">
          {words.enter(first.name)}
        </LinkButton>
      </p>
    );
  }
  if (index !== 2) return null;
  return (
    <p class="step-button">
      {value.sylviesMailHref !== 'none' && (
        <LinkButton href={value.sylviesMailHref} look="main">
          {words.sylviesMail}
        </LinkButton>
      )}
      <LinkButton href={value.mailboxHref} look="second">
        <Icon name="mail" />
        {words.mailbox}
      </LinkButton>
      <span class="soft">{words.mailCount(value.mailCount)}</span>
    </p>
  );
}

function Applications(props: {
  readonly value: DemoPage;
  readonly audience: 'staff' | 'parents';
}): VNode | null {
  const words = wordsFor(props.value.frame.language).demo;
  const applications = props.value.applications.filter(({ audience }) => audience === props.audience);
  if (applications.length === 0) return null;
  return (
    <>
      <p class="soft">{words[props.audience]}</p>
      <ul class="buttons">
        {applications.map(({ id, name, href }) => (
          <li key={id}>
            <LinkButton href={href} look="second">
              {words.enter(name)}
            </LinkButton>
          </li>
        ))}
      </ul>
    </>
  );
}

function Accounts({ value }: { readonly value: DemoPage }): VNode {
  const words = wordsFor(value.frame.language).demo;
  return (
    <section>
      <h2>{words.people}</h2>
      <p>
        {words.password} <code>{value.password}</code>
      </p>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.email}</th>
            <th scope="col">{words.role}</th>
            <th scope="col">{words.organizations}</th>
          </tr>
        </thead>
        <tbody>
          {value.people.map((person) => (
            <tr key={person.email}>
              <th scope="row">{person.name}</th>
              <td class="copyable">{person.email}</td>
              <td>{words.roles[person.role]}</td>
              <td>{person.organizations.join(', ') || words.none}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
