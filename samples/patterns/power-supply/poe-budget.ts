import type { Family } from '../../pattern.ts';

/** Phones and cameras lose power from the switch. */
export const poeBudget: Family = {
  category: 'power_supply',
  products: ['x2448', 'x4800'],
  codes: ['HVP-9402', '%ILPOWER'],
  complaint: [
    {
      titles: [
        'desk phones go dark one after another',
        'new cameras made the phones die',
        'telephone display black, next one follows',
      ],
      symptoms: [
        'Desk telephones go dark one after another, come back, and others go dark.',
        'Since the new cameras were put up it is like a game of whack-a-mole.',
        'Calls are cut off because the apparatus starts over.',
        'The telephone in the lift is affected too, that worries me.',
      ],
      details: [
        'The camera people say their stuff is fine.',
        '<6-22> new cameras with heaters for the yard.',
      ],
    },
    {
      titles: [
        '%ILPOWER-5 power denied on {host}',
        'HVP-9402 PoE budget exceeded, {model}',
        'PoE ports flapping, power deny',
      ],
      symptoms: [
        'PoE is denied or revoked on changing ports, log %ILPOWER-5-ILPOWER_POWER_DENY.',
        'HVP-9402: PoE budget exceeded.',
        'Powered devices reboot successively, VoIP endpoints re-register.',
        'Available 0.0 W of <370-740> W.',
      ],
      details: [
        '%ILPOWER-5-ILPOWER_POWER_DENY: Interface Gi1/0/<1-48>: inline power denied',
        'show power inline: Used 738.2, Remaining 1.8',
        'Firmware {version}, PSU 715 W.',
      ],
    },
    {
      titles: ['handsets brown out', 'cams starve handsets', 'brownouts at {site}'],
      symptoms: ['Handsets brown out in turns.', 'Cams starve handsets.', 'Elevator line hit, safety!'],
      details: ['Gear {part}.', 'Cam vendor onsite too.'],
    },
  ],
  patterns: [
    {
      key: 'poe-budget-exceeded',
      title: 'Powered devices restart because the PoE budget of the switch is exceeded',
      component: 'PoE',
      cause: 'New devices draw more than the PoE budget of the switch.',
      fix: 'Add a second power supply (or move devices) and set priorities.',
      steps: [
        'Read used and available budget',
        'List the largest consumers',
        'Add a power supply',
        'Set priorities for phones',
      ],
      remedies: [
        {
          clues: ['On warm days it does not happen; the heaters of the cameras are off then.'],
          steps: [
            'You asked when the yard heaters come on.',
            'We unhooked a few cameras and all telephones stayed lit.',
            'Someone from you added a second feeding part in the cellar.',
          ],
          causes: ['The cellar box cannot nourish so many cameras and telephones at once.'],
          fixes: [
            'It received a second feeding part; telephones come first now.',
            'Half of the cameras moved to another cellar box.',
          ],
          proofs: [
            'A frosty night went by, every telephone alive.',
            'Lift telephone tested with the inspector.',
          ],
        },
        {
          clues: ['Class 4 devices request 30 W each below 5 C.'],
          steps: [
            '1. show power inline: budget exhausted.',
            '2. Sorted by consumption: PTZ units 25.5 W each.',
            '3. Disabled four ports: stable.',
          ],
          causes: [
            'Root cause: PoE budget exceeded by class 4 devices.',
            'Insufficient inline power for the extra load.',
          ],
          fixes: [
            'Installed a second 1100 W PSU, priority critical for voice ports.',
            'Relocated PTZ units to an 802.3bt switch, power inline priority configured.',
          ],
          proofs: ['Remaining <280-520> W at peak.', 'No POWER_DENY for <10-20> d.'],
        },
        {
          clues: ['Cams pull max w/ de-icers on.'],
          steps: ['Watt tally: over.', 'Cams off: ok.', 'Brick 2 slotted.'],
          causes: ['Watt tally over w/ de-icers.'],
          fixes: ['Brick 2 slotted, handsets first.', 'Injectors for cams.'],
          proofs: ['Cold soak ok.', 'Elevator line proved, closed.'],
        },
      ],
      asked: {
        words: [
          'ip phones restart since cameras draw power from the switch',
          'switch cannot feed all powered devices',
        ],
        howTo: 'how to set poe priority for phones',
      },
    },
  ],
};
