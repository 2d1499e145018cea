import { type Recognition, recognize, type Sighting } from '../../policies/recognition.ts';
import { createRecent } from '../location/recent.ts';
import { readUserAgent } from './read-user-agent.ts';

export type Recognize = (sighting: Sighting) => Recognition;

/** Reading a user agent takes a hundred microseconds, and a daycare has thirty browsers: answers are kept. */
export function createRecognizer(most = 5_000): Recognize {
  const recent = createRecent<Recognition>(most);
  return (sighting) => {
    const { userAgent, clientHints, touchPoints, application } = sighting;
    const { brands, platform, mobile, model } = clientHints;
    const question = JSON.stringify([userAgent, brands, platform, mobile, model, touchPoints, application]);
    if (question.length > longestKept) return recognize(sighting, readUserAgent);
    return recent.get(question) ?? recent.keep(question, recognize(sighting, readUserAgent));
  };
}

/** So that strangers cannot fill the memory: an honest browser says all it has to say in less. */
const longestKept = 2_048;
