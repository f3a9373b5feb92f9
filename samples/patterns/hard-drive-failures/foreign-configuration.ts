import type { Family } from '../../pattern.ts';

/** Disks are there, the volume is not, after a controller was exchanged. */
export const foreignConfiguration: Family = {
  category: 'hard_drive_failures',
  products: ['r240', 'r540', 't120'],
  codes: ['HVD-7530'],
  complaint: [
    {
      titles: [
        'all data vanished after the repair',
        'repair man left, data vanished',
        'letters gone since a part was exchanged',
      ],
      symptoms: [
        'A part was exchanged this morning and now all our data has vanished.',
        'The blue lamps are on at every drawer, but the computer claims it never saw them.',
        'The repair man had already left when we noticed.',
        'Do not tell me that I have to type in twelve years of letters.',
      ],
      details: ['It asks for a key C or F and I do not dare.', 'He exchanged a flat green plate.'],
    },
    {
      titles: [
        'HVD-7530 foreign configuration on {host}',
        'Virtual disks absent after controller replacement',
        '{model}: <2-8> foreign disks detected',
      ],
      symptoms: [
        'After the RAID controller was replaced no virtual disk is presented.',
        'HVD-7530: foreign configuration detected.',
        'All physical disks are in state Foreign.',
        'Boot stops with "press C to load the configuration utility or F to import".',
      ],
      details: [
        '/c0/fall show: <1-3> foreign configurations',
        'New controller firmware {version}, original NVRAM not transferred.',
        'Disks in their original positions.',
      ],
    },
    {
      titles: ['card sub, pool unseen', 'card job fallout {ticket}', 'spindles orphaned'],
      symptoms: ['Card sub, pool unseen.', 'Spindles orphaned, all spin.', 'Screen begs C/F.'],
      details: ['Card {part}.', 'Nobody prodded owt.'],
    },
  ],
  patterns: [
    {
      key: 'foreign-configuration',
      title: 'Volumes missing after a controller replacement because the configuration is foreign',
      component: 'RAID controller',
      cause: 'The new controller sees the configuration on the disks as foreign until it is imported.',
      fix: 'Import the foreign configuration; never clear it.',
      steps: [
        'Do not initialise anything',
        'Preview the foreign configuration',
        'Import it',
        'Check consistency',
      ],
      remedies: [
        {
          clues: ['The drawers were not moved, not even touched.'],
          steps: [
            'On the phone you said: hands off C, take F.',
            'A roll with our old name appeared.',
            'I said yes to adopting it.',
          ],
          causes: ['The new plate regarded our drawers as strangers.'],
          fixes: ['Took F and adopted them.', 'With you on the line I adopted the drawers.'],
          proofs: [
            'Every letter is there, I could hug you.',
            "Printed last year's bill as a trial: correct.",
          ],
        },
        {
          clues: ['/c0/fall import preview lists VD 0 and VD 1 as Optimal.'],
          steps: [
            '1. No initialisation, no clear.',
            '2. /c0/fall import preview: both virtual disks complete.',
            '3. /c0/fall import.',
          ],
          causes: [
            'Root cause: configuration on disk is foreign to the replacement controller.',
            'Foreign configuration not imported after replacement.',
          ],
          fixes: [
            'Imported the foreign configuration.',
            'Imported with /c0/fall import, set boot virtual disk.',
          ],
          proofs: [
            'VD 0 and VD 1 Optimal, filesystems mounted, fsck clean.',
            'Consistency check finished without errors.',
          ],
        },
        {
          clues: ['Dry look ok both pools.'],
          steps: ['Dont prod C.', 'F, dry look, go.', 'Watched.'],
          causes: ['Orphans not taken in.'],
          fixes: ['F, took in.', 'Took in orphans via card menu.'],
          proofs: ['Pool seen.', 'Cust popped some jobs, closed.'],
        },
      ],
      asked: {
        words: [
          'virtual disk missing after the raid card was exchanged',
          'drives are present but the controller does not know them',
        ],
        howTo: 'how to import a foreign configuration',
      },
    },
  ],
};
