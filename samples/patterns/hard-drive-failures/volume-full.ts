import type { Family } from '../../pattern.ts';

/** Full although files were deleted. */
export const volumeFull: Family = {
  category: 'hard_drive_failures',
  products: ['f8', 's200', 's400'],
  codes: ['HVD-7320', 'ENOSPC'],
  complaint: [
    {
      titles: [
        'says full although we threw out half',
        'no room for new drawings',
        'cannot save, no room left',
      ],
      symptoms: [
        'It says there is no room, although we threw away half of the old plans.',
        'The more we throw away, the less room there seems to be.',
        'Nobody can save, people mail drawings to themselves.',
        'The bin on the desktop is empty, I looked.',
      ],
      details: ['We threw away films of the company party first.', 'It is the common letter P.'],
    },
    {
      titles: [
        'ENOSPC on volume of {host}',
        'HVD-7320 volume utilisation 100 percent',
        '{model}: used space does not shrink after deletion',
      ],
      symptoms: [
        'Writes fail with ENOSPC, HVD-7320 volume utilisation 100 percent.',
        'du reports <30-55> TiB, df <80-98> TiB on the same volume.',
        'Deleting data does not reduce utilisation.',
        'NFS exports turned read-only at {time}.',
      ],
      details: [
        '$ df -h /vol/projects: 98T 98T 0 100%',
        'Thin provisioned, aggregate headroom 0.',
        'Array software {version}.',
      ],
    },
    {
      titles: ['vault stuffed, purge no help', 'stuffed at {site}', 'cust purged, still stuffed'],
      symptoms: ['Vault stuffed, purge no help.', 'Shares flip ro.', 'Cust ready to buy shelf, hold off.'],
      details: ['Gear {part}.', 'Sales looped in.'],
    },
  ],
  patterns: [
    {
      key: 'snapshots-fill-volume',
      title: 'Volume is full because old snapshots hold deleted data',
      component: 'snapshots',
      cause: 'Snapshots without expiry hold the blocks of deleted files.',
      fix: 'Delete old snapshots and set an expiry.',
      steps: ['Compare du with df', 'List snapshots with their size', 'Delete the oldest', 'Set an expiry'],
      remedies: [
        {
          clues: ['There is a hidden calendar with yesterday, last week, last year.'],
          steps: [
            'Your adviser showed me the hidden calendar.',
            'Each day in it keeps what we threw away.',
            'We crossed out the days before summer.',
          ],
          causes: ['A hidden calendar had kept all that we threw away since <2019-2021>.'],
          fixes: [
            'Old days crossed out, the calendar keeps four weeks.',
            'Crossed out the past and limited it to a month.',
          ],
          proofs: ['Half is free, everyone saves.', 'It has hovered at sixty out of a hundred since.'],
        },
        {
          clues: ['snapshot list: <300-900> entries, the oldest from 2021.'],
          steps: [
            '1. du versus df: gap of 40 TiB.',
            '2. snapshot list -o used: 41 TiB.',
            '3. Retention policy: unlimited.',
          ],
          causes: ['Root cause: snapshot retention unbounded.', 'Snapshots reference deleted blocks.'],
          fixes: [
            'Deleted snapshots older than 30 d, retention set to 30 d.',
            'snapshot delete in batches, reclaim completed, retention policy 4 wk.',
          ],
          proofs: ['df: <48-63> percent used, exports read-write.', 'HVD-7320 cleared.'],
        },
        {
          clues: ['Ghost copies since eternally.'],
          steps: ['Ghost tally: hundreds.', 'Nuked ghosts > 30d.', 'Let it sweep.'],
          causes: ['Ghost copies never aged out.'],
          fixes: ['Ghosts nuked, age-out 30d.', 'Age-out on.'],
          proofs: ['Roomy.', 'Shelf sale off, cust grateful.'],
        },
      ],
      asked: {
        words: [
          'free space does not come back after removing files',
          'storage at its limit because old point in time copies are kept',
        ],
        howTo: 'how to delete old snapshots and set their retention',
      },
    },
  ],
};
