import { LinkButton } from '../../parts/button.tsx';
import { placesHref } from '../../places.ts';
import { renderDocument } from '../../render.ts';
import { wordsFor } from '../../words/index.ts';
import { ConsolePage } from '../shell.tsx';
import { PlaceFaults, PlaceFields } from './form.tsx';
import type { NewPlacePage } from './model.ts';

/** « Nommer un endroit »: what it is called, and how it is recognised. */
export function newPlacePage({ shell, form, cancelHref }: NewPlacePage): string {
  const { language } = shell.frame;
  const { console: words, common } = wordsFor(language);
  return renderDocument(
    <ConsolePage shell={shell} title={words.place.newTitle} scripts={['map.js']}>
      <p class="eyebrow">
        <a href={placesHref}>{words.places.toPlaces}</a>
      </p>
      <PlaceFaults form={form} language={language} />
      <h1>{words.place.newTitle}</h1>
      <p>{words.place.newLead}</p>
      <PlaceFields form={form} language={language} />
      <LinkButton href={cancelHref} look="quiet">
        {common.cancel}
      </LinkButton>
    </ConsolePage>,
  );
}
