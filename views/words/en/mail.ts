import type { Words } from '../fr.ts';
import { closed } from '../names.ts';

export const mail: Words['mail'] = {
  request: {
    subject: (name, circumstances) => `Sign-in request: ${name} – ${circumstances}`,
    preview: {
      first: 'First try with this device. Check by voice before you authorize.',
      again: 'Check by voice before you authorize.',
    },
    title: (firstName) => `Is it really ${firstName}?`,
    who: (name, application) =>
      `Somebody presents themselves as ${name} and has just entered the right password in ${application}.`,
    circumstances: (device, where, when) => closed(`With ${device}, ${where}, ${when}`),
    button: 'See the request',
    code: (firstName) =>
      `The code to type is on the screen of the device. Ask ${firstName} to read it to you, in person or at the number you already have.`,
    unknown: 'You do not recognize this request? Open it and refuse it: somebody else may know the password.',
    noLink: 'You prefer not to follow a link? Pending requests:',
    linkAsText: 'If the button does not work, copy this address into your browser:',
  },
  connection: {
    waiting: {
      subject: (circumstances) => `Your sign-in is waiting for an authorization – ${circumstances}`,
      preview: 'Keep the page open: it continues by itself.',
      title: 'Your sign-in is waiting for an authorization',
      advice:
        'Your management was told. Keep the page open: it will continue by itself. If it is urgent, do not wait.',
    },
    approved: {
      subject: (circumstances) => `Your sign-in is authorized – ${circumstances}`,
      preview: 'Go back to the page you left open.',
      title: 'Your sign-in is authorized',
      advice: 'Go back to the page you left open: it continues by itself.',
    },
    refused: {
      subject: (circumstances) => `Your sign-in was not authorized – ${circumstances}`,
      preview: 'Talk about it with your management.',
      title: 'Your sign-in was not authorized',
      advice: 'Talk about it with your management, who received your request.',
    },
    hello: (firstName) => `Hello ${firstName},`,
    what: (application, device, where, when) =>
      closed(`This is about the sign-in to ${application} with ${device}, ${where}, ${when}`),
    notYou: 'It was not you? Somebody knows your password: tell your management right away.',
  },
  padlock: {
    hello: (firstName) => `Hello ${firstName},`,
    operator: 'Your technical support',
    closed: {
      title: 'The padlock is closed',
      by: (by, when) => closed(`${by} closed the padlock ${when}`),
      byItself: (when) => closed(`The padlock was closed ${when}`),
      effect: 'Only authorized sign-ins pass. The others wait for your answer.',
    },
    opened: {
      title: 'The padlock is open',
      titleUntil: (until) => `The padlock is open ${until}`,
      by: (by, when) => closed(`${by} opened the padlock ${when}`),
      byItself: (when) => closed(`The padlock was opened ${when}`),
      effect:
        'Everyone, except people whose access was withdrawn, can sign in from anywhere without waiting.',
      until: (until) => `It stays open ${until}, then closes by itself.`,
      furtherNotice: 'It stays open until somebody closes it.',
    },
    reclosed: {
      title: 'The padlock closed again',
      by: (by, when) => closed(`${by} closed the padlock again ${when}`),
      byItself: (when) => `The padlock closed again by itself ${when}, as planned.`,
      effect: 'Only authorized sign-ins pass. The others wait for your answer.',
    },
    subject: (title, organization) => `${title} – ${organization}`,
    button: 'Open Settings',
    unexpected: 'You did not expect this? Talk about it right away with the other people in management.',
    noLink: 'You prefer not to follow a link? Settings:',
  },
  footer: (organization) => `Amisgest – Connections, for ${organization}`,
};
