import type { NoiseTopic } from './noise-topic.ts';
import { technicalNoise } from './noise-technical.ts';

/** Cases of no pattern. */
export const noise: readonly NoiseTopic[] = [
  ...technicalNoise,
  {
    title: 'Invoice [{ticket}|shows the wrong amount]',
    body: [
      'The invoice of last month lists [two|three] notebooks that we returned.',
      'Please send a corrected one to {email}.',
      'Accounting needs it before {weekday}.',
      'The reference is {ticket}.',
    ],
  },
  {
    title: 'Quote for <3-40> {model}',
    body: [
      'We need a quote for <3-40> units including five years of support.',
      'Delivery to {site} if possible.',
      'Who is our account manager now?',
      'A phone call to {phone} is fine too.',
    ],
  },
  {
    title: 'Password for the support portal',
    body: [
      'I cannot log in to the portal since my account moved.',
      'The reset mail never arrives at {email}.',
      'Please unlock me.',
      'I tried the link twice.',
    ],
  },
  {
    title: 'Where is my delivery?',
    body: [
      'The parcel was announced for {weekday} and nobody came.',
      'The tracking page has been silent since.',
      'Somebody is at the desk from nine to four.',
      'Order {ticket}.',
    ],
  },
  {
    title: 'Licence key for the management suite',
    body: [
      'The key we were sent is for the wrong edition.',
      'We have <20-200> nodes.',
      'The trial ends on {weekday}.',
      'Please exchange it.',
    ],
  },
  {
    title: 'Training for new colleagues',
    body: [
      'Do you offer a course on storage administration in {site}?',
      'There would be <3-12> people.',
      'Dates in autumn are best.',
      'Online would do too.',
    ],
  },
  {
    title: 'Wish: dark theme in the console',
    body: [
      'It would be great to have a dark theme in the management console.',
      'Our operators work at night.',
      'Other vendors have it.',
      'Just a wish, no hurry.',
    ],
  },
  {
    title: 'Change of contact',
    body: [
      '{name} has left the company, please take the name off all contracts.',
      'New contact is to follow.',
      'The number {phone} is no longer valid.',
      'Thanks for changing it.',
    ],
  },
  {
    title: 'Monitor arm squeaks',
    body: [
      'The arm of the monitor squeaks when it is turned.',
      'Not urgent, but annoying in meetings.',
      'Is oil allowed?',
      'Bought with {ticket}.',
    ],
  },
  {
    title: 'Keyboard with the wrong layout',
    body: [
      'We ordered a Danish keyboard and got a Spanish one.',
      'The letters are funny but we cannot work like this.',
      'Please exchange <1-9> of them.',
      'Unused, in their boxes.',
    ],
  },
  {
    title: 'Coffee spilled over notebook',
    body: [
      'A cup of coffee went over the keyboard of the N14.',
      'It is drying on the heater.',
      'Is this covered by our insurance package?',
      'Serial {serial}.',
    ],
  },
  {
    title: 'Docking station: second screen flickers',
    body: [
      'The second screen flickers when the desk is raised.',
      'Another dock shows it too, so perhaps it is the desk.',
      'A colleague suggested ferrite beads.',
      'It vanished when the desk was lowered, closing myself.',
    ],
  },
  {
    title: 'Printer prints everything pink',
    body: [
      'All pages come out pink since the toner was changed.',
      'It is not one of your printers, but you are so helpful.',
      'We shook the toner.',
      'Never mind, the old toner was put back.',
    ],
  },
];
