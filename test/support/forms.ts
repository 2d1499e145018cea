export interface Field {
  readonly name: string;
  readonly value: string;
  /** Checkboxes and radio buttons; undefined for everything else. */
  readonly ticked: boolean | undefined;
}

export interface Button {
  readonly name: string | undefined;
  readonly value: string;
  readonly words: string;
  /** Absolute, where the button sends the form elsewhere. */
  readonly action: string | undefined;
}

export interface Form {
  /** Absolute. */
  readonly action: string;
  readonly method: 'GET' | 'POST';
  readonly fields: readonly Field[];
  readonly buttons: readonly Button[];
}

type Attributes = ReadonlyMap<string, string>;

// Enough for the pages we render ourselves, whose markup is regular; not a parser for the pages of others.
const forms = /<form\b([^>]*)>([\s\S]*?)<\/form>/gi;
const controls = /<input\b([^>]*)>|<(select|textarea|button)\b([^>]*)>([\s\S]*?)<\/\2>/gi;
const attributes = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** The forms of a page with what a person would see in them; disabled controls are left out. */
export function formsOf(html: string, base: string): readonly Form[] {
  return [...html.matchAll(forms)].map(([, tag = '', inside = '']) => {
    const form = attributesOf(tag);
    const found = [...inside.matchAll(controls)].map(
      ([, input, kind = 'input', other = '', content = '']) => ({
        kind: kind.toLowerCase(),
        said: attributesOf(input ?? other),
        content,
      }),
    );
    const enabled = found.filter(({ said }) => !said.has('disabled'));
    return {
      action: new URL(form.get('action') || base, base).href,
      method: form.get('method')?.toLowerCase() === 'post' ? 'POST' : 'GET',
      fields: enabled.flatMap(({ kind, said, content }) => fieldsOf(kind, said, content)),
      buttons: enabled.flatMap(({ kind, said, content }) => buttonsOf(kind, said, content, base)),
    };
  });
}

/** The words of the element with this id, spaces folded; undefined where the page has none. */
export function wordsOfId(html: string, id: string): string | undefined {
  const element = new RegExp(`<([a-z0-9]+)\\b[^>]*\\bid="${id}"[^>]*>([\\s\\S]*?)</\\1>`, 'i');
  const inside = element.exec(html)?.[2];
  return inside === undefined ? undefined : wordsOf(inside);
}

/** What a person reads: without markup, spaces folded. */
export function wordsOf(html: string): string {
  const visible = html.replace(/<(script|style|head)\b[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ');
  return decoded(visible)
    .replace(/[^\S\u00a0\u202f]+/g, ' ')
    .trim();
}

function fieldsOf(kind: string, said: Attributes, content: string): readonly Field[] {
  const name = said.get('name');
  if (!name) return [];
  if (kind === 'textarea') return [{ name, value: decoded(content), ticked: undefined }];
  if (kind === 'select') return [{ name, value: chosenOption(content), ticked: undefined }];
  const type = said.get('type')?.toLowerCase() ?? 'text';
  if (kind !== 'input' || ['submit', 'button', 'image', 'reset'].includes(type)) return [];
  if (type !== 'checkbox' && type !== 'radio')
    return [{ name, value: said.get('value') ?? '', ticked: undefined }];
  return [{ name, value: said.get('value') ?? 'on', ticked: said.has('checked') }];
}

function chosenOption(content: string): string {
  const options = [...content.matchAll(/<option\b([^>]*)>([\s\S]*?)<\/option>/gi)].map(
    ([, tag = '', words = '']) => {
      const said = attributesOf(tag);
      return { value: said.get('value') ?? wordsOf(words), chosen: said.has('selected') };
    },
  );
  return (options.find((option) => option.chosen) ?? options[0])?.value ?? '';
}

function buttonsOf(kind: string, said: Attributes, content: string, base: string): readonly Button[] {
  const type = said.get('type')?.toLowerCase() ?? (kind === 'button' ? 'submit' : 'text');
  if (type !== 'submit' || (kind !== 'button' && kind !== 'input')) return [];
  const action = said.get('formaction');
  return [
    {
      name: said.get('name'),
      value: said.get('value') ?? '',
      words: kind === 'button' ? wordsOf(content) : (said.get('value') ?? ''),
      action: action === undefined ? undefined : new URL(action, base).href,
    },
  ];
}

function attributesOf(tag: string): Attributes {
  return new Map(
    [...tag.matchAll(attributes)].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      decoded(double ?? single ?? bare ?? ''),
    ]),
  );
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return entities[name] ?? whole;
  });
}
