import type { Family } from '../../pattern.ts';

/** A notebook that charges to 80 percent only. */
export const chargingStops: Family = {
  category: 'power_supply',
  products: ['n14', 'n15-pro'],
  codes: ['HVP-9315'],
  complaint: [
    {
      titles: ['laptop never gets full', 'only three hours on the train', 'stuck at four fifths'],
      symptoms: [
        'However long I leave it plugged in, my laptop never gets full.',
        'It halts at four fifths and then just sits there.',
        'I used to manage a whole train ride, now I must look for a socket in the dining car.',
        'It is only half a year old, surely it cannot be worn out.',
      ],
      details: [
        'The light beside the plug goes from orange to white quite early.',
        'My colleague received hers on the same day, hers gets full.',
      ],
    },
    {
      titles: [
        'Battery of {model} charges to 80 percent only',
        'HVP-9315 charge limit active',
        'Notebook stops charging at 80 percent',
      ],
      symptoms: [
        'The battery stops charging at 80 percent, status "AC online, idle".',
        'HVP-9315: charge limit active.',
        'Full charge capacity is <95-99> percent of design, <30-120> cycles.',
        'Reported for <5-60> notebooks of one department.',
      ],
      details: [
        'powercfg /batteryreport: FULL CHARGE CAPACITY 5<5-7>120 mWh',
        'BIOS {version}, management agent 4.<1-9>.',
        'Adapter 65 W, identified.',
      ],
    },
    {
      titles: ['portables plateau', 'pack plateau 4/5', 'dept portables wont top off'],
      symptoms: [
        'Portables plateau at 4/5, wont top off.',
        'Packs healthy on analyser.',
        'Whole dept, one build.',
      ],
      details: ['Build {ticket}.', 's/n {serial} + others.'],
    },
  ],
  patterns: [
    {
      key: 'charge-limit-active',
      title: 'Notebook stops charging at 80 percent because a charge limit is set',
      component: 'charging profile',
      cause: 'The profile "Battery conservation" limits the charge to 80 percent.',
      fix: 'Set the charging profile to Standard where mobile work matters.',
      steps: [
        'Compare capacity with design',
        'Read the charging profile',
        'Set it to Standard',
        'Charge once fully',
      ],
      remedies: [
        {
          clues: ['There is a little heart in the corner beside the clock.'],
          steps: [
            'You asked me to click on the little heart.',
            'It said: caring for a long life.',
            'Moved the slider.',
          ],
          causes: ['The caring heart holds back the last fifth on purpose.'],
          fixes: ['Slider away from caring.', 'Clicked the heart away.'],
          proofs: ['Full by breakfast.', 'Whole ride without a socket, lovely.'],
        },
        {
          clues: ['Policy "Primarily AC" was assigned to the department.'],
          steps: [
            '1. batteryreport: health 97 percent.',
            '2. BIOS setup: Charge Configuration Conservation.',
            '3. MDM policy BAT-80 assigned to the group.',
          ],
          causes: [
            'Root cause: charge threshold set to 80 percent by policy.',
            'Conservation mode enabled by MDM.',
          ],
          fixes: [
            'Changed policy to Standard for mobile users.',
            'hvcfg set bios.ChargeMode=Standard, policy BAT-80 removed from the group.',
          ],
          proofs: ['Charges to 100 percent.', 'HVP-9315 gone for all notebooks of the group.'],
        },
        {
          clues: ['Saver flag in build.'],
          steps: ['Analyser: packs ok.', 'Saver flag spotted.', 'Flag cleared.'],
          causes: ['Saver flag baked in build.'],
          fixes: ['Flag cleared, build respun.', 'Saver off fleetwide.'],
          proofs: ['Tops off.', 'Dept happy, closed.'],
        },
      ],
      asked: {
        words: [
          'notebook battery does not reach one hundred percent',
          'charging pauses although the pack is healthy',
        ],
        howTo: 'how to change the battery charge limit',
      },
    },
  ],
};
