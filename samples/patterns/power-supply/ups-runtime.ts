import type { Family } from '../../pattern.ts';

/** A UPS that does not last. */
export const upsRuntime: Family = {
  category: 'power_supply',
  products: ['u1500', 'u3000'],
  codes: ['HVP-9110'],
  complaint: [
    {
      titles: [
        'emergency box gave up at once',
        'the safety box did not help in the blackout',
        'chirping from the emergency box',
      ],
      symptoms: [
        "During yesterday's blackout the emergency box gave up after a few seconds, although it should last a quarter of an hour.",
        'It chirps every morning like a sad bird.',
        'We bought it precisely so that nothing vanishes, and everything vanished.',
        'The display claims all is well.',
      ],
      details: [
        'It stands in the boiler room, quite warm there.',
        'Bought with the first computers of the practice.',
      ],
    },
    {
      titles: [
        'HVP-9110 UPS runtime below minimum',
        '{model}: on battery <4-40> s, then off',
        'UPS replace battery alarm at {site}',
      ],
      symptoms: [
        'On battery the UPS lasted <4-40> s instead of <12-20> min.',
        'HVP-9110: estimated runtime below minimum.',
        'Hosts were not shut down gracefully, databases needed recovery.',
        'Self-test result: Failed.',
      ],
      details: [
        'upsc: battery.runtime: <20-90>, battery.charge: 100',
        'Load <28-55> percent, management card firmware {version}.',
        'SNMP trap upsAdvanced: battery.',
      ],
    },
    {
      titles: ['no-break breaks', 'no-break folds at once {site}', 'squawking no-break'],
      symptoms: ['No-break folds at once.', 'Squawks at 07:00 selftest.', 'Cust awol orders.'],
      details: ['s/n {serial}, closet 33 deg.', 'Yr code faded.'],
    },
  ],
  patterns: [
    {
      key: 'ups-battery-aged',
      title: 'UPS runtime is too short because its batteries are aged',
      component: 'UPS battery',
      cause: 'The lead batteries are older than four years or were kept warm.',
      fix: 'Replace the battery module and calibrate the runtime.',
      steps: ['Read the age of the batteries', 'Run a self-test', 'Replace the module', 'Calibrate'],
      remedies: [
        {
          clues: ['The sticker on its belly says <2015-2019>.'],
          steps: [
            'You asked for the sticker on its belly.',
            'Pulled a lamp plug as a trial: dark within seconds.',
            'The lead bricks inside were swollen.',
          ],
          causes: ['The lead bricks were far too old and too warm.'],
          fixes: [
            'New lead bricks came by parcel, and the box moved upstairs where it is cool.',
            'Our electrician put in new lead bricks.',
          ],
          proofs: ['Trial blackout: eighteen minutes.', 'The bird is silent.'],
        },
        {
          clues: ['battery.date: <2016-2019>; battery temperature <36-43> C.'],
          steps: [
            '1. upsc: battery.date 2017.',
            '2. Self-test failed, cell voltage 1.7 V.',
            '3. Ambient temperature above 35 C.',
          ],
          causes: [
            'Root cause: VRLA batteries beyond service life.',
            'Battery capacity gone through age and temperature.',
          ],
          fixes: [
            'Replaced the battery module RBM-<12-48>, ran a calibration.',
            'New battery module, relocated the UPS, calibration done.',
          ],
          proofs: [
            'Calibrated runtime <14-19> min at 40 percent load.',
            'Graceful shutdown tested with NUT.',
          ],
        },
        {
          clues: ['Batts bulge, wont slide out.'],
          steps: ['Batts bulge.', 'Pried out.', 'New pack, learn cycle.'],
          causes: ['Batts shot.'],
          fixes: ['New pack, learned.', 'Pack x2 fitted.'],
          proofs: ['Survived 16 ticks.', 'Squawk off, closed.'],
        },
      ],
      asked: {
        words: ['uninterruptible supply dies at once in an outage', 'backup battery lasts seconds only'],
        howTo: 'how to replace and calibrate ups batteries',
      },
    },
  ],
};
