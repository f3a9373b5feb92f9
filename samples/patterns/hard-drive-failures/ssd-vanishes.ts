import type { Family } from '../../pattern.ts';

/** Solid-state disks vanish after a certain number of hours. */
export const ssdVanishes: Family = {
  category: 'hard_drive_failures',
  products: ['r740x', 'b900', 's400'],
  codes: ['HVD-7417', '40000 hours'],
  complaint: [
    {
      titles: [
        'everything gone in one night',
        'two drawers died within the same hour',
        'file box empty, nothing there',
      ],
      symptoms: [
        'In one night two of the drawers died within the same hour, which cannot be coincidence.',
        'The file box says it is empty, as if it had never held anything.',
        'Turning off and on does not revive them.',
        'Three hundred pupils cannot reach their homework.',
      ],
      details: [
        'They were all bought together when the school reopened.',
        'A letter from you may have come, the old director handled that.',
      ],
    },
    {
      titles: [
        'HVD-7417 several SSDs removed simultaneously on {host}',
        'SSD disappears from controller after 40000 h',
        '{model}: multiple SAS SSD failures within min',
      ],
      symptoms: [
        '<2-6> SSDs disappeared from the controller within <4-50> min.',
        'HVD-7417 media not accessible, capacity reported as 0.',
        'The virtual disk went Offline, restore from backup is running.',
        'A cold boot does not bring the SSDs back.',
      ],
      details: [
        'PD 02(e0x20/s2) removed, PD 05(e0x20/s5) removed',
        'Power-on h: 3999<7-9>, 40000.',
        'SSD model HV-SSD-3T8, firmware HPD<5-6>.',
      ],
    },
    {
      titles: [
        'burn cards gone dark, batch death',
        'batch death {site}',
        'several sticks bricked same minute',
      ],
      symptoms: [
        'Batch death, burn cards dark same minute.',
        'Caddies silent, zero size.',
        'Pool toast, tape pull under way.',
      ],
      details: ['Cards same vintage.', 'Gear {part}.'],
    },
  ],
  patterns: [
    {
      key: 'ssd-hours-bug',
      title: 'SSDs fail together at 40,000 hours because of a firmware defect',
      component: 'SSD firmware',
      cause: 'A counter overflow in SSD firmware before HPD7 at 40,000 power-on hours.',
      fix: 'Replace what failed, restore, and update all others to HPD7 before they reach the hours.',
      steps: [
        'Read power-on hours and firmware',
        'Compare with the advisory',
        'Update those that still work',
        'Replace and restore the rest',
      ],
      remedies: [
        {
          clues: ['Your letter said something about a birthday at four and a half years.'],
          steps: [
            "We found your letter under the old director's desk.",
            'All drawers had their birthday that night.',
            'The living ones were vaccinated first.',
          ],
          causes: ['A blunder by the maker: at four and a half years they forget themselves.'],
          fixes: [
            'Living drawers vaccinated, dead ones exchanged, homework fetched from the safe copy.',
            'You exchanged the dead ones and we gave all others the vaccination.',
          ],
          proofs: [
            'All pupils have their homework back.',
            'Other schools with vaccinated drawers celebrated the birthday unharmed.',
          ],
        },
        {
          clues: [
            'All affected SSDs have identical power-on h; the advisory HV-SA-0419 names this firmware.',
          ],
          steps: [
            '1. smartctl: Power_On_Hours 39997 on surviving SSDs.',
            '2. Advisory HV-SA-0419: firmware below HPD7 fails at 40000 h.',
            '3. Updated surviving SSDs online to HPD7.',
          ],
          causes: [
            'Root cause: firmware defect, counter overflow at 40000 power-on h.',
            'Known SSD defect of advisory HV-SA-0419.',
          ],
          fixes: [
            'Updated to HPD7, replaced failed SSDs, restored virtual disk from backup.',
            'Fleet-wide HPD7 rollout, RMA for failed SSDs.',
          ],
          proofs: ['SSDs passed 40100 h without failure.', 'Restore verified by checksum, HVD-7417 absent.'],
        },
        {
          clues: ['Odometer 40k on every card.'],
          steps: ['Odometer read.', 'Bulletin SA-4 tally.', 'Jabbed survivors.'],
          causes: ['SA-4 age bug.'],
          fixes: ['Survivors jabbed, duds subbed, tape back.', 'Jab + sub + tape.'],
          proofs: ['Cards over 40k, alive.', 'Closed w/ trust notice.'],
        },
      ],
      asked: {
        words: [
          'many solid state disks fail in the same minute after years',
          'ssd reports zero capacity at forty thousand hours',
        ],
        howTo: 'how to find ssds that need firmware HPD7',
      },
    },
  ],
};
