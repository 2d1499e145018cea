/** Reading a page as a test does: our own markup is regular enough for it. */
export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" };

function decoded(text: string): string {
  return text.replace(/&(lt|gt|quot|amp|#39);/g, (whole, name: string) => entities[name] ?? whole);
}

export function tagsOf(html: string): readonly Tag[] {
  return [...html.matchAll(/<([a-zA-Z][\w-]*)((?:\s+[^\s"'>=/]+(?:="[^"]*")?)*)\s*\/?>/g)].map((match) => ({
    name: (match[1] ?? '').toLowerCase(),
    attributes: new Map(
      [...(match[2] ?? '').matchAll(/([^\s"'>=/]+)(?:="([^"]*)")?/g)].map((attribute) => [
        (attribute[1] ?? '').toLowerCase(),
        decoded(attribute[2] ?? ''),
      ]),
    ),
  }));
}

/** The first tag of that name whose attribute has that value. */
export function tagWith(html: string, name: string, attribute: string, value: string): Tag | undefined {
  return tagsOf(html).find((tag) => tag.name === name && tag.attributes.get(attribute) === value);
}

export function textOf(html: string): string {
  const visible = html.replace(/<(script|style|title)\b[^>]*>.*?<\/\1>/gs, ' ').replace(/<[^>]*>/g, ' ');
  return decoded(visible)
    .replace(/[ \n]+/g, ' ')
    .replaceAll('\u00a0', ' ');
}

/** No-break spaces as plain ones, so that a test can be read. */
export const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
