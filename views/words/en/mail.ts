import type { Words } from '../fr.ts';
import { closed } from '../names.ts';

export const mail: Words['mail'] = {
  request: {
    subject: (name, clock, device) => `Sign-in request: ${name} – ${clock}, ${device}`,
    preview: {
      first: 'First try with this device. Check by voice before you authorize.',
      again: 'Check by voice before you authorize.',
    },
    title: (firstName) => `Is it really ${firstName}?`,
    who: (name, application) =>
      `Somebody presents themselves as ${name} and has just entered the right password in ${application}.`,
    whatAndWhen: (device, when) => closed(`With ${device}, ${when}`),
    button: 'See the request',
    code: (firstName) =>
      `The code to type is on the screen of the device. Ask ${firstName} to read it to you, in person or at the number you already have.`,
    unknown: 'You do not recognize this request? Open it and refuse it: somebody else may know the password.',
    noLink: 'You prefer not to follow a link? Pending requests:',
    linkAsText: 'If the button does not work, copy this address into your browser:',
  },
  connection: {
    waiting: {
      subject: (clock, device) => `Your sign-in is waiting for an authorization – ${clock}, ${device}`,
      preview: 'Keep the page open: it continues by itself.',
      title: 'Your sign-in is waiting for an authorization',
      advice:
        'Your management was told. Keep the page open: it will continue by itself. If it is urgent, do not wait.',
    },
    approved: {
      subject: (clock, device) => `Your sign-in is authorized – ${clock}, ${device}`,
      preview: 'Go back to the page you left open.',
      title: 'Your sign-in is authorized',
      advice: 'Go back to the page you left open: it continues by itself.',
    },
    refused: {
      subject: (clock, device) => `Your sign-in was not authorized – ${clock}, ${device}`,
      preview: 'Talk about it with your management.',
      title: 'Your sign-in was not authorized',
      advice: 'Talk about it with your management, who received your request.',
    },
    hello: (firstName) => `Hello ${firstName},`,
    what: (application, device, when) =>
      closed(`This is about the sign-in to ${application} with ${device}, ${when}`),
    notYou: 'It was not you? Somebody knows your password: tell your management right away.',
  },
  footer: (organization) => `Amisgest – Connections, for ${organization}`,
};
