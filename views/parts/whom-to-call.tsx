import type { VNode } from 'preact';
import type { Language } from '../model.ts';
import { sayPhone } from '../said.ts';
import { wordsFor } from '../words/index.ts';
import { Linked } from './linked.tsx';

/** The on-call number when there is one, else management; only a number in E.164 becomes a link. */
export function WhomToCall(props: { readonly phone: string | 'none'; readonly language: Language }): VNode {
  const words = wordsFor(props.language).common;
  if (props.phone === 'none') return <>{words.callDirection}</>;
  const said = sayPhone(props.phone);
  const sentence = words.callOnCall(said);
  if (!/^\+\d{7,15}$/.test(props.phone)) return <>{sentence}</>;
  return <Linked sentence={sentence} part={said} href={`tel:${props.phone}`} />;
}
