import type { Family } from '../../pattern.ts';

/** Redundancy is lost with two sound power supplies. */
export const redundancyLost: Family = {
  category: 'power_supply',
  products: ['r540', 'r740x', 's400'],
  codes: ['HVP-9208'],
  complaint: [
    {
      titles: [
        'orange light next to the cord',
        'one of the two cords is not accepted',
        'warning about the second cord',
      ],
      symptoms: [
        'There are two cords at the back, and beside one of them the lamp is orange.',
        'I get a mail each hour that safety is reduced.',
        'It works, but the auditor saw the orange lamp.',
        'Swapping the cords left and right changes nothing.',
      ],
      details: [
        'Last month a part there was exchanged by your partner.',
        'The new part looks a bit different, silver instead of black.',
      ],
    },
    {
      titles: [
        'HVP-9208 PSU mismatch on {host}',
        'Power supply redundancy degraded, {model}',
        'PSU 2 reported as mismatched',
      ],
      symptoms: [
        'Redundancy is degraded: PSU 2 is reported as mismatched.',
        'HVP-9208 is logged every 60 min.',
        'PSU 2 delivers 0 W, PSU 1 carries the whole load.',
        'Input on both feeds is present (<226-233> V).',
      ],
      details: [
        'SEL: {date} | Power Supply PSU2 | Config Error: rating mismatch | HVP-9208',
        'PSU 1: 750 W, firmware 00.1D; PSU 2: 750 W, firmware 00.2<1-9>.',
        'BMC {version}.',
      ],
    },
    {
      titles: ['odd couple bricks', 'brick B benched', 'bricks disagree {part}'],
      symptoms: [
        'Brick B benched, brick A hauls alone.',
        'Odd couple after last job.',
        'Inspector flagged it.',
      ],
      details: ['s/n {serial}.', 'Both flexes toasty.'],
    },
  ],
  patterns: [
    {
      key: 'power-supplies-mismatched',
      title: 'Redundancy lost because the two power supplies do not match',
      component: 'power supply',
      cause: 'A replaced power supply has another rating or firmware than its partner.',
      fix: 'Fit two of the same part number and firmware.',
      steps: [
        'Compare part numbers',
        'Compare firmware',
        'Update or replace one',
        'Check redundancy by unplugging one',
      ],
      remedies: [
        {
          clues: ['Side by side, one has a longer sticker.'],
          steps: [
            'You asked me to read both stickers aloud.',
            'They were cousins, not twins.',
            'Your partner brought a twin.',
          ],
          causes: ['A cousin was built in where a twin belongs.'],
          fixes: ['The cousin was exchanged for a twin.', 'Got a matching twin by courier.'],
          proofs: ['Both lamps green, auditor content.', 'Pulled either cord in turn, it stayed alive.'],
        },
        {
          clues: ['Part numbers 0HV750-A and 0HV750-C.'],
          steps: [
            '1. hvcfg inventory: part numbers differ.',
            '2. PSU firmware 00.1D versus 00.24.',
            '3. Firmware update of PSU 1 offered in release 7.3.',
          ],
          causes: [
            'Root cause: PSU part number and firmware mismatch.',
            'Mismatched PSU pair after replacement.',
          ],
          fixes: [
            'Updated PSU firmware to 00.24 on both, redundancy restored.',
            'Replaced PSU 2 with the part number of PSU 1.',
          ],
          proofs: ['Redundancy Full; failover tested on each feed.', 'HVP-9208 cleared.'],
        },
        {
          clues: ['A vs C suffix on tags.'],
          steps: ['Tags: A vs C.', 'Subbed C for A.', 'Yank proof.'],
          causes: ['Suffix clash.'],
          fixes: ['Two A bricks now.', 'Like for like bricks.'],
          proofs: ['Yank proof pass both ways.', 'Inspector okayed, closed.'],
        },
      ],
      asked: {
        words: [
          'second psu not used, different part number',
          'warning about reduced power safety after exchange',
        ],
        howTo: 'how to check that two power supplies match',
      },
    },
  ],
};
