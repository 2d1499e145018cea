import type { Words } from '../fr.ts';

const notSeen = 'Where the sign-in comes from is not known.';

export const explained: Words['explained'] = {
  outcomes: {
    allow: 'Sign-in authorized.',
    ask: 'Authorization asked for.',
    deny: 'Sign-in refused.',
  },
  outranked: 'It applied, but something else decided.',
  different: {
    userId: 'It is about another person.',
    role: 'The person does not have the role it is about.',
    applicationId: 'It is about another application.',
    deviceId: 'The device is not the one of this rule.',
    browserId: 'The browser is not the one of this rule.',
    deviceKind: 'It is about another kind of device.',
    browserFamily: 'It is about another browser.',
    placeId: 'The sign-in does not come from this place.',
    network: 'The sign-in does not come from this network.',
    region: 'The sign-in does not come from this region.',
    country: 'The sign-in does not come from this country.',
    schedule: 'It was outside the hours of this rule.',
    validFrom: 'It did not apply yet.',
    validUntil: 'It no longer applied.',
    proof: 'The key of the browser was not confirmed, and this rule demands it.',
  },
  unknown: {
    userId: 'Who signs in is not known.',
    role: 'The role of the person is not known.',
    applicationId: 'Which application asks is not known.',
    deviceId: 'Which device it is is not known.',
    browserId: 'Which browser it is is not known.',
    deviceKind: 'Which kind of device asks is not known.',
    browserFamily: 'Which browser asks is not known.',
    placeId: 'Whether the sign-in comes from this place is not known.',
    network: notSeen,
    region: notSeen,
    country: notSeen,
    schedule: 'Whether it was within the hours of this rule is not known.',
    validFrom: 'Whether it applied already is not known.',
    validUntil: 'Whether it still applied is not known.',
    proof: 'Whether the browser confirmed its key is not known.',
  },
};
