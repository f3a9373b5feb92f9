import type { NoiseTopic } from './noise-topic.ts';

/** Cases of no pattern that use the words of the patterns all the same, or none at all. */
export const technicalNoise: readonly NoiseTopic[] = [
  {
    title: 'Question about firmware release notes',
    body: [
      'Which of the releases of this year contains the fix for the disk LED colour?',
      'The notes mention it only in a footnote.',
      'We plan the update for {weekday}.',
      'No fault here.',
    ],
  },
  {
    title: 'Boot screen logo of our company',
    body: [
      'Marketing wants our logo on the boot screen of <10-300> notebooks.',
      'Is there a tool for that BIOS?',
      'The picture is 800 by 600.',
      'It need not be soon.',
    ],
  },
  {
    title: 'Network diagram for the audit',
    body: [
      'The auditors want a network diagram of the switches you installed in {site}.',
      'Do you still have it?',
      'A scan would be enough.',
      'Ethernet ports are numbered, that helps.',
    ],
  },
  {
    title: 'Power cable with a Swiss plug',
    body: [
      'We need <2-30> power cables with a Swiss plug for {site}.',
      'Which part number is it?',
      'Ship with the next order.',
      'Two metres each.',
    ],
  },
  {
    title: 'Destroyed disk: certificate needed',
    body: [
      'You shredded <2-12> disks for us in spring, the certificate is missing.',
      'Our data protection officer insists.',
      'Serials are on the delivery note {ticket}.',
      'PDF is fine.',
    ],
  },
  {
    title: 'Processor roadmap',
    body: [
      'When will the next processor generation be available in the R740x?',
      'We have a tender to answer.',
      'Core counts would help.',
      'Under NDA of course.',
    ],
  },
  {
    title: 'Spam: you have won a server',
    body: [
      'Is this mail really from you? It says we won a server.',
      'The link leads to halvern-prizes.example.',
      'I did not click.',
      'Just to let you know.',
    ],
  },
  { title: 'test', body: ['test', 'please ignore', 'testing the form', '{ticket}'] },
  {
    title: 'Thank you',
    body: [
      'I just wanted to say thank you to {name}, who was so patient with me.',
      'Everything is fine.',
      'You may close this.',
      'Have a nice weekend.',
    ],
  },
  {
    title: 'Rack rails too short',
    body: [
      'The rails do not fit our 1200 mm racks.',
      'Is there a longer kit?',
      'Two servers lie on the floor at the moment.',
      'Rack maker is local.',
    ],
  },
  {
    title: 'Bird nest in the outdoor access point',
    body: [
      'A bird built its nest on the outdoor unit at {site}.',
      'We are not allowed to move it before August.',
      'Signal is fine, the bird is happy.',
      'Just so that nobody comes for maintenance.',
    ],
  },
  {
    title: 'Relocation of the data room',
    body: [
      'We move <1-4> racks from {site} on a Saturday.',
      'Do you offer transport with insurance?',
      'The storage arrays weigh more than the lift allows.',
      'A quote please.',
    ],
  },
  {
    title: 'Clock on the front display in another time zone',
    body: [
      'The front display shows UTC, people at {site} find it confusing.',
      'Can it show local time?',
      'Cosmetic only.',
      'All models of this year.',
    ],
  },
  {
    title: 'API of the support portal returns XML',
    body: [
      'We expected JSON from the portal and got XML.',
      'Documentation says both.',
      'Header is set as in the example.',
      'User agent is our own tool.',
    ],
  },
  {
    title: 'Cleaning of filters',
    body: [
      'How often should the dust filters of the rack doors be cleaned?',
      'The manual is silent.',
      'We have a bakery below.',
      'Once a quarter so far.',
    ],
  },
  {
    title: 'Warranty status of {serial}',
    body: [
      'Is this device still under warranty?',
      'It was bought second hand.',
      'The web page says unknown.',
      'Thanks, {name}',
    ],
  },
  {
    title: 'Camera cover fell off',
    body: [
      'The little slider before the camera of the notebook broke off.',
      'Can I have a new one?',
      'I use tape for now.',
      'Colour grey.',
    ],
  },
  {
    title: 'Raid of the fridge',
    body: [
      'Wrong address, sorry: this was meant for our kitchen group.',
      'Somebody raided the fridge.',
      'Please delete.',
      'Greetings, {name}',
    ],
  },
  {
    title: 'Recycling of old batteries',
    body: [
      'We have <5-60> old UPS batteries, do you take them back?',
      'They are not faulty, only old.',
      'Pallet is ready in {site}.',
      'Weight about <80-600> kg.',
    ],
  },
];
