import type { Context } from 'koa';
import { demoPage } from '../../views/index.ts';
import type { DemoPage } from '../../views/model.ts';
import { type Alias, children, demoPassword, organizations } from './data.ts';
import { countMail, type MailboxNeeds, mailboxHref, newestMailTo } from './mailbox.ts';
import { type Person, people, sylviesAddress } from './people.ts';
import { type PlayNeeds, startHref } from './play.ts';

export async function showFrontPage(ctx: Context, needs: MailboxNeeds & PlayNeeds): Promise<void> {
  ctx.body = demoPage({
    frame: needs.frame(ctx),
    password: demoPassword,
    people: people.filter(({ password }) => password === 'known').map(shown),
    applications: [...needs.played.values()].map(({ id, name, gate }) => ({
      id,
      name,
      href: startHref(id),
      audience: gate === 'exempt' ? ('parents' as const) : ('staff' as const),
    })),
    mailboxHref,
    mailCount: await countMail(needs),
    sylviesMailHref: await newestMailTo(needs, sylviesAddress),
    // The `state` that the provider gives back after a sign-out.
    signedOutOf: needs.played.get(String(ctx.query.state))?.name ?? 'none',
  });
}

function shown(person: Person): DemoPage['people'][number] {
  const asParent = organizations.map(({ alias }) => alias).filter((alias) => hasChildIn(alias, person));
  const aliases: readonly Alias[] =
    person.membership === 'none' ? asParent : [person.membership.organization, ...asParent];
  return {
    email: person.email,
    name: `${person.givenName} ${person.familyName}`,
    role: roleOf(person, asParent.length > 0),
    organizations: organizations.filter(({ alias }) => aliases.includes(alias)).map(({ name }) => name),
  };
}

function roleOf({ membership }: Person, parent: boolean): DemoPage['people'][number]['role'] {
  if (membership === 'none') return 'parent';
  if (membership.role === 'administration') return 'administration';
  return parent ? 'educator-and-parent' : 'educator';
}

const hasChildIn = (alias: Alias, { email }: Person): boolean =>
  children[alias].some(([, , ...parents]) => parents.includes(email));
