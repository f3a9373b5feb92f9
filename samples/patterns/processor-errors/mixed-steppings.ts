import type { Family } from '../../pattern.ts';

/** No start after a second processor was added. */
export const mixedSteppings: Family = {
  category: 'processor_errors',
  products: ['r540', 'r740x', 'b900'],
  codes: ['HVS-2301', '0xE8'],
  complaint: [
    {
      titles: [
        'black screen after the upgrade visit',
        'since yesterdays upgrade it will not come up',
        'expensive upgrade, dead machine',
      ],
      symptoms: [
        'Your partner upgraded our machine yesterday evening and today the screen remains black.',
        'Lights are on, nobody home.',
        'After pressing the button it makes a racket for a minute, then gives up and tries anew, endlessly.',
        'We are [forty|sixty|ninety] people who cannot print labels.',
      ],
      details: [
        'The upgrade was supposed to give us twice the horsepower.',
        'Screen cable is in, I checked twice.',
      ],
    },
    {
      titles: [
        'HVS-2301 after adding second CPU to {model}',
        'POST halts at 0xE8, dual socket',
        '{host} does not POST after processor expansion',
      ],
      symptoms: [
        'POST halts at code 0xE8 with both sockets populated.',
        'BMC event HVS-2301: processor configuration invalid.',
        'With either CPU alone the server boots normally.',
        'Reset loop every <60-90> seconds, no video.',
      ],
      details: [
        'SEL: {date} | Processor | Configuration Error | Asserted | HVS-2301',
        'Both parts are of the same SKU on paper.',
        'BIOS {version}.',
      ],
    },
    {
      titles: ['no bring-up w/ slug 2 fitted', '2nd slug gig stuck, 2nd slug balked at', 'double slug balks'],
      symptoms: ['No bring-up w/ slug 2 fitted.', 'Single slug ok, double balks.', 'Seven-seg parks on E8.'],
      details: ['Kit {part}, job {ticket}.', 'Had a go w/ depot torque tool, same.'],
    },
  ],
  patterns: [
    {
      key: 'processor-steppings-mixed',
      title: 'Server does not start after a second processor of another stepping was added',
      component: 'processor',
      cause: 'The two processors are of different steppings, which the firmware refuses.',
      fix: 'Fit a matched pair of the same stepping.',
      steps: [
        'Start with each processor alone',
        'Read the S-spec of both',
        'Order a matched pair',
        'Start with both',
      ],
      remedies: [
        {
          clues: [
            'The new piece has a different inscription from the old piece.',
            'It was bought second hand on an auction site.',
          ],
          steps: [
            'They took the new piece out again and it came to life.',
            'Compared the engraved letters under a lamp.',
            'The letters were not alike.',
          ],
          causes: [
            'The old and the new piece come from different manufacturing runs and refuse to cooperate.',
          ],
          fixes: [
            'A set of twins was sent for and put in.',
            'You exchanged ours for a set of identical siblings.',
          ],
          proofs: ['Labels are printing, forty people say hooray.', 'Comes up in one go.'],
        },
        {
          clues: [
            'S-spec codes differ: SRF8<2-5> and SRGJ<6-9>.',
            'CPUID reports stepping 5 on one part and 7 on the other.',
          ],
          steps: [
            '1. Booted each processor alone in socket 1: fine.',
            '2. CPUID: stepping 5 versus stepping 7.',
            '3. Support matrix: mixed steppings invalid on this platform.',
          ],
          causes: ['Root cause: mixed CPU steppings.', 'Processor steppings 5 and 7 combined; invalid.'],
          fixes: [
            'Installed a matched pair, both stepping 7.',
            'Replaced the older processor so that both report stepping 7.',
          ],
          proofs: ['POST completes, both sockets online.', 'No HVS-2301 after <5-9> cold boots.'],
        },
        {
          clues: ['Hood etchings do not tally.', 'Kit pulled off a donor chassis.'],
          steps: ['Read hood etchings, odd.', 'Rang desk, odd not allowed.', 'Ordered sib kit.'],
          causes: ['Etchings odd, donor slug.'],
          fixes: ['Sib kit fitted.', 'Donor slug returned, sib kit in.'],
          proofs: ['Seven-seg clears, OS up.', 'Job done, tidy.'],
        },
      ],
      asked: {
        words: [
          'second cpu installed and now there is no picture',
          'two processors of a different revision will not work together',
        ],
        howTo: 'how to check that two processors are a matched pair',
      },
    },
  ],
};
