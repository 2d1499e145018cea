import type { Words } from '../fr.ts';

export const privacy: Words['privacy'] = {
  title: 'Your personal information',
  intro:
    'The Amisgest applications hold children’s records. To protect them, we note who enters, with what and when. Here are the details, in plain words.',
  sections: [
    {
      title: 'What we record for the staff',
      items: [
        'Your name, your e-mail address and your role in each organization.',
        'At each sign-in: the date and time, the application, the kind of device and the browser as the browser describes them, the network address, and the decision made.',
        'The approximate place, worked out from the network address: the city or the region, or the place that your management named. We never use the exact position of your device.',
        'The public part of a key that your browser makes, to recognize it from one time to the next. It says nothing of you, nor of what you do elsewhere.',
        'Requests for authorization, and who answered them.',
      ],
    },
    {
      title: 'What we record for parents',
      items: [
        'Your e-mail address, and the fact that it is in a child’s record.',
        'At each sign-in: the date and time, the application and the device. Neither the network address, nor the place, nor the key of the browser.',
      ],
    },
    {
      title: 'Why',
      items: [
        'To recognize your devices, so that you do not have to wait.',
        'To let management stop a person who stole a password.',
        'To answer a question if an incident touches a child’s record.',
      ],
    },
    {
      title: 'In your browser',
      items: [
        'Necessary cookies: your sign-in under way, your session, this browser and the language you chose.',
        'For the staff only: a key, kept by the browser (in IndexedDB). Its secret part never leaves it.',
        'No advertising, no audience measurement, no third-party service.',
      ],
    },
    {
      title: 'Who can see it, and for how long',
      items: [
        'People who have the Administration role in your childcare centre, at any time: the connections of the team, devices, approximate places and network addresses.',
        'The person who operates the service, when it is needed to keep it running.',
        'We plan to keep sign-ins for 12\u00a0months, and the register of authorizations for 5\u00a0years.',
      ],
    },
    {
      title: 'Your rights',
      items: [
        'Québec’s Law\u00a025 lets you see your information, have it corrected, and ask for a copy or its erasure.',
        'If the answer does not satisfy you, you can file a complaint with the Commission d’accès à l’information.',
      ],
    },
  ],
  contactTitle: 'Whom to write to',
  contact:
    'The person in charge of the protection of personal information at your childcare centre. Management will tell you how to reach them.',
};

export const help: Words['help'] = {
  title: 'Help',
  intro: 'Cadenas checks who enters the Amisgest applications. Here is what to do when a page stops you.',
  sections: [
    {
      title: 'Your sign-in is waiting for an authorization',
      items: [
        'Keep the page open: it continues by itself as soon as your management answers. You can let the device sleep.',
        'The page says to whom the request was sent. If it is urgent, go and see one of these people or call them.',
        'Give the six-digit code to your management, in person or by voice. Do not give it to anybody else, and do not write it in an e-mail or a text message.',
        'Once the sign-in is authorized, the same browser on the same device no longer waits, where your management allowed it and for as long as they allow it.',
        'Private browsing, or erasing the data of the browser, makes it a new browser: it will need a new authorization.',
      ],
    },
    {
      title: 'You are in management and you receive a request',
      items: [
        'Make sure it really is the person: they are in front of you, or you call the number you already have. Do not trust a call you receive.',
        'Open the e-mail, choose “See the request”, then type the code the person reads to you.',
        'The place shown is approximate: it is worked out from the network, and a phone may seem to come from another city.',
        'Under the button, read what you authorize: whom, with which device, where and for how long. “Change” changes it.',
        'Choose “Authorize”. Their page continues by itself, and there is nothing more for you to do.',
        'You do not recognize the request? Refuse it: somebody else may know the password.',
      ],
    },
    {
      title: 'You are in management and you are the one waiting',
      items: [
        'Another person who has the Administration role can answer your request.',
        'Otherwise, give your e-mail address and the code on your screen to your technical support, who can authorize it.',
      ],
    },
    {
      title: 'You are a parent',
      items: [
        'You never need an authorization: it is enough that your e-mail address is in your child’s record.',
        'If your address is not accepted, ask the childcare centre to check it.',
      ],
    },
  ],
};
