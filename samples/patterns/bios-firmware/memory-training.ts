import type { Family } from '../../pattern.ts';

/** Start takes a quarter of an hour. */
export const memoryTraining: Family = {
  category: 'bios_firmware',
  products: ['r740x', 'b900', 'd30'],
  codes: ['HVF-5316', '0xB7'],
  complaint: [
    {
      titles: [
        'takes a quarter of an hour until I see anything',
        'black screen for ages each morning',
        'start-up endless since we doubled the RAM',
      ],
      symptoms: [
        'After pressing the button I can make tea, drink it and wash the cup before anything appears.',
        'The screen is black for a quarter of an hour, then all is normal.',
        'Twice it gave up and began from scratch.',
        'Once up, it is really quick, I must say.',
      ],
      details: [
        'We doubled the RAM last week, your shop recommended the sticks.',
        'I leave it running overnight now, which the landlord dislikes.',
      ],
    },
    {
      titles: [
        'POST takes <9-19> min at 0xB7 on {model}',
        'HVF-5316 DIMM training retries',
        '{host}: memory training loop after DIMM upgrade',
      ],
      symptoms: [
        'POST remains at 0xB7 for <9-19> min on every cold boot.',
        'HVF-5316: DIMM training retry, slot A<1-8>.',
        'Maintenance windows are exceeded because of the boot duration.',
        'About one boot of ten ends in a watchdog reset.',
      ],
      details: [
        'SEL: {date} | Memory | Training retry count <3-12> | HVF-5316',
        '<8-24> DIMMs, DDR5-5600, dual rank.',
        'BIOS {version}.',
      ],
    },
    {
      titles: ['parked at B7 eternally', 'slow bring-up w/ new simms', '{part} sits at B7'],
      symptoms: ['Parked at B7, coffee long.', 'New simms 32G x<4-16>.', 'Simm shuffle no joy.'],
      details: ['Simm p/n on QVL.', 's/n {serial}.'],
    },
  ],
  patterns: [
    {
      key: 'memory-training-slow',
      title: 'Start takes very long because the firmware trains new memory at every start',
      component: 'memory reference code',
      cause: 'The memory reference code of this BIOS does not keep the training of the new modules.',
      fix: 'Update the BIOS and enable Memory Fast Boot.',
      steps: [
        'Note the POST code',
        'Compare the BIOS with the release notes',
        'Update the BIOS',
        'Enable Memory Fast Boot',
      ],
      remedies: [
        {
          clues: ['With only the former sticks it was up in a wink.'],
          steps: [
            'You explained it gets acquainted with the sticks every single morning.',
            'There is a newer edition of its basic brain that remembers them.',
            'Installed that from a stick at lunch.',
          ],
          causes: ['It forgot the new sticks each time and had to get acquainted anew.'],
          fixes: ['The newer edition plus a tick at "speedy".', 'Newer edition put on by your hotline.'],
          proofs: ['I see my desktop before the kettle whistles.', 'Up in forty seconds.'],
        },
        {
          clues: ['Training data is not saved: MRC cache invalid at every boot.'],
          steps: [
            '1. Serial log: "MRC cache invalid, full training".',
            '2. Release notes 2.9.3: improves DDR5 training with dual rank DIMMs.',
            '3. Tested 2.9.3 on one host.',
          ],
          causes: [
            'Root cause: MRC in BIOS below 2.9.3 discards its cache with these DIMMs.',
            'Memory reference code defect, full training on each boot.',
          ],
          fixes: [
            'Updated BIOS to 2.9.3, enabled Memory Fast Boot.',
            'BIOS 2.9.3 on all hosts, Fast Boot enabled by profile.',
          ],
          proofs: ['POST in 74 s, no retry in the SEL.', '20 cold boots without watchdog reset.'],
        },
        {
          clues: ['Prior simms = nippy bring-up.'],
          steps: ['Console cable: re-learns at each go.', 'Bulletin HB-90.', 'Flashed.'],
          causes: ['Re-learn bug HB-90.'],
          fixes: ['Burn per HB-90, nippy toggle on.', 'HB-90 drop.'],
          proofs: ['Past B7 in a blink.', 'Closed, cust chuffed.'],
        },
      ],
      asked: {
        words: [
          'boot stays dark for many minutes since ram was added',
          'dimm upgrade makes every cold start extremely long',
        ],
        howTo: 'how to enable memory fast boot',
      },
    },
  ],
};
